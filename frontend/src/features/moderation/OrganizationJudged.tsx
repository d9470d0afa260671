import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { fullNameOf, localized } from '@/i18n/bilingual';
import { formatDate, formatList } from '@/i18n/format';
import { membershipRoleLabels } from '@/i18n/accountLabels';
import { organizationKindLabels } from '@/i18n/labels';
import { standingLabels } from '@/i18n/organizationLabels';
import { Row } from '@/ui/Panel';
import { VerificationTag } from '@/ui/StatusTag';
import { Fact, SummaryList } from '@/ui/SummaryList';
import { Tag } from '@/ui/Tag';
import type { OrganizationJudgedFragment } from './organizations.gql';

/** Its name, with the marks that matter to whoever decides. */
export function OrganizationName({ organization }: { organization: OrganizationJudgedFragment }) {
  const { i18n } = useLingui();
  const name = localized(organization.legalName);
  return (
    <>
      <Row>
        <VerificationTag status={organization.verification} />
        {organization.standing === 'WAITING' && (
          <Tag tone="warning" icon="clock">
            {i18n._(standingLabels.WAITING)}
          </Tag>
        )}
        {organization.standing === 'REJECTED' && (
          <Tag tone="danger" icon="cross">
            {i18n._(standingLabels.REJECTED)}
          </Tag>
        )}
        {organization.allianceStatus === 'ADMITTED' && (
          <Tag tone="accent" icon="star">
            <Trans>Thành viên Liên minh</Trans>
          </Tag>
        )}
        {organization.suspendedAt && (
          <Tag tone="danger" icon="pause">
            <Trans>Đang bị đình chỉ</Trans>
          </Tag>
        )}
      </Row>
      <h2 lang={name.lang}>
        <Link to="/to-chuc/$id" params={{ id: organization.id }}>
          {name.text}
        </Link>
      </h2>
    </>
  );
}

/** By what one tells an organisation from others. */
export function OrganizationJudged({ organization }: { organization: OrganizationJudgedFragment }) {
  const { t, i18n } = useLingui();
  const { members } = organization;
  const none = t`Chưa khai`;
  return (
    <SummaryList>
      <Fact name={<Trans>Tên pháp lý (tiếng Việt)</Trans>}>{organization.legalName.vi ? <span lang="vi">{organization.legalName.vi}</span> : none}</Fact>
      <Fact name={<Trans>Tên pháp lý (tiếng Anh)</Trans>}>{organization.legalName.en ? <span lang="en">{organization.legalName.en}</span> : none}</Fact>
      <Fact name={<Trans>Loại tổ chức</Trans>}>{i18n._(organizationKindLabels[organization.kind])}</Fact>
      <Fact name={<Trans>Mã số thuế</Trans>}>{organization.taxCode ?? none}</Fact>
      <Fact name={<Trans>Mã định danh cơ quan</Trans>}>{organization.establishmentCode ?? none}</Fact>
      <Fact name={<Trans>Địa chỉ</Trans>}>{organization.address ?? none}</Fact>
      <Fact name={<Trans>Trụ sở</Trans>}>{organization.place ? fullNameOf(organization.place) : none}</Fact>
      <Fact name={<Trans>Trang web</Trans>}>{organization.website ?? none}</Fact>
      <Fact name={<Trans>Có mặt từ</Trans>}>{formatDate(organization.createdAt)}</Fact>
      <Fact name={<Trans>Người của tổ chức</Trans>}>
        {members &&
          formatList(
            members.map(({ name, role, status }) => `${name} (${status === 'PENDING' ? t`chờ chấp thuận` : i18n._(membershipRoleLabels[role])})`),
          )}
      </Fact>
      <Fact name={<Trans>Ghi chú về đăng ký</Trans>}>{organization.standingReason}</Fact>
    </SummaryList>
  );
}
