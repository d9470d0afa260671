import { Trans, useLingui } from '@lingui/react/macro';
import { localized } from '@/i18n/bilingual';
import { BilingualText } from '@/ui/BilingualText';
import { Button } from '@/ui/Button';
import { Panel, Row, Soft } from '@/ui/Panel';
import { Tag } from '@/ui/Tag';
import type { PanelSeatFragment } from './evaluations.gql';
import { seatLabels } from '@/i18n/evaluationLabels';
import { MemberStatusTag, SheetTag } from './tags';

interface Props {
  panel: readonly PanelSeatFragment[];
  /** Sheets are of interest while members score. */
  sheets: boolean;
  /** What the owner may do with each. */
  manage?: { lead: (member: PanelSeatFragment) => void; remove: (member: PanelSeatFragment) => void } | undefined;
}

/** Who sits in the panel, where each stands, and what ties whom to a bidder as far as the reader may know. */
export function MemberList({ panel, sheets, manage }: Props) {
  const { i18n } = useLingui();
  return panel.map((member) => (
    <Panel key={member.id}>
      <Row spread>
        <h3>
          {member.name}
          {member.chair && (
            <>
              {' '}
              <Tag tone="accent" icon="star">
                <Trans>Tổ trưởng</Trans>
              </Tag>
            </>
          )}
        </h3>
        <Row>
          <MemberStatusTag status={member.status} />
          {sheets && member.status === 'ACCEPTED' && <SheetTag status={member.sheet} />}
        </Row>
      </Row>
      <Soft>{i18n._(seatLabels[member.seatKind])}</Soft>
      {member.status === 'ACCEPTED' && !member.counts && (
        <p>
          <Trans>Phiếu của người này không được tính: có xung đột lợi ích, hoặc không còn ở vị trí được mời.</Trans>
        </p>
      )}
      {member.reason && (
        <p>
          <Trans>Lý do: {member.reason}</Trans>
        </p>
      )}
      {member.declaredInterest && (
        <p>
          <Trans>Tự khai: {member.declaredInterest}</Trans>
        </p>
      )}
      <Ties member={member} />
      {manage && (member.status === 'INVITED' || member.status === 'ACCEPTED') && (
        <Row>
          {!member.chair && (
            <Button onClick={() => manage.lead(member)}>
              <Trans>
                Làm tổ trưởng<span className="visually-hidden">: {member.name}</span>
              </Trans>
            </Button>
          )}
          <Button tone="quiet" onClick={() => manage.remove(member)}>
            <Trans>
              Thay người này<span className="visually-hidden">: {member.name}</span>
            </Trans>
          </Button>
        </Row>
      )}
    </Panel>
  ));
}

function Ties({ member }: { member: PanelSeatFragment }) {
  if (member.conflicts.length === 0) return null;
  return (
    <ul>
      {member.conflicts.map(({ kind, blocks, organization, ofMember, ofBidder, disclosed }) => (
        <li key={`${kind} ${organization.id}`}>
          <BilingualText value={ofMember} /> <BilingualText value={ofBidder} />{' '}
          <strong>
            {blocks ? (
              <Trans>Không được tham gia đánh giá.</Trans>
            ) : disclosed ? (
              <Trans>Đã công bố: {disclosed}</Trans>
            ) : (
              <Trans>Chưa công bố lý do với {localized(organization.legalName).text}.</Trans>
            )}
          </strong>
        </li>
      ))}
    </ul>
  );
}
