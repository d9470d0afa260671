import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { Answer } from '@/app/Answer';
import { appError, describe } from '@/app/errors';
import { Owned, OwnedList, OutcomeNotice, useOutcome } from '@/features/account';
import { localized } from '@/i18n/bilingual';
import { formatDate } from '@/i18n/format';
import { membershipRoleLabels } from '@/i18n/accountLabels';
import { organizationKindLabels } from '@/i18n/labels';
import { membershipStatusLabels } from '@/i18n/workLabels';
import { standingLabels } from '@/i18n/organizationLabels';
import { Button, LinkButton } from '@/ui/Button';
import { EmptyState } from '@/ui/EmptyState';
import { Lead, Page, PageHead, Section, Stack } from '@/ui/Page';
import { PageHeading } from '@/ui/PageHeading';
import { Soft } from '@/ui/Panel';
import { ReasonDialog } from '@/ui/ReasonDialog';
import { VerificationTag } from '@/ui/StatusTag';
import { Tag } from '@/ui/Tag';
import { MyPlacesDocument, RemoveMembershipDocument, type MyPlacesQuery } from './own-organization.gql';

type Place = NonNullable<MyPlacesQuery['viewer']>['memberships'][number];

/** For whom the reader works here, who invites her, whom she asked; and the way to another. */
export function MyOrganizationsPage() {
  const { t } = useLingui();
  const [result, retry] = useQuery({ query: MyPlacesDocument, requestPolicy: 'cache-and-network' });
  return (
    <Page narrow>
      <PageHead>
        <PageHeading title={t`Tổ chức của tôi`}>
          <Trans>Tổ chức của tôi</Trans>
        </PageHeading>
        <Lead>
          <Trans>Bạn làm việc thay những tổ chức nào trên i-Forum.</Trans>
        </Lead>
      </PageHead>
      <Answer result={result} retry={retry}>
        {({ viewer }) =>
          viewer && (
            <Stack>
              <Invitations invitations={viewer.invitations} />
              <Places places={viewer.memberships} />
              <Section title={<Trans>Thêm tổ chức khác</Trans>}>
                <p>
                  <Trans>Một tài khoản làm việc được cho nhiều tổ chức.</Trans>
                </p>
                <div>
                  <LinkButton to="/to-chuc-cua-toi/them">
                    <Trans>Xin tham gia hoặc khai tổ chức mới</Trans>
                  </LinkButton>
                </div>
              </Section>
            </Stack>
          )
        }
      </Answer>
    </Page>
  );
}

function Invitations({ invitations }: { invitations: NonNullable<MyPlacesQuery['viewer']>['invitations'] }) {
  const { t, i18n } = useLingui();
  if (invitations.length === 0) return null;
  return (
    <Section title={<Trans>Bạn được mời</Trans>}>
      <OwnedList label={t`Bạn được mời`}>
        {invitations.map(({ id, role, expiresAt, organization }) => (
          <Owned
            key={id}
            name={localized(organization.legalName).text}
            actions={
              <LinkButton to="/loi-moi/$id" params={{ id }} tone="primary">
                <Trans>
                  Xem lời mời<span className="visually-hidden"> của {localized(organization.legalName).text}</span>
                </Trans>
              </LinkButton>
            }
          >
            <Soft>
              <Trans>
                Vai trò {i18n._(membershipRoleLabels[role])}, trả lời trước {formatDate(expiresAt)}
              </Trans>
            </Soft>
          </Owned>
        ))}
      </OwnedList>
    </Section>
  );
}

function Places({ places }: { places: Place[] }) {
  const { t, i18n } = useLingui();
  const outcome = useOutcome();
  const [taking, setTaking] = useState<Place | null>(null);
  const [, remove] = useMutation(RemoveMembershipDocument);
  return (
    <Section title={<Trans>Bạn thuộc về</Trans>}>
      <OutcomeNotice outcome={outcome} />
      {places.length === 0 ? (
        <EmptyState title={<Trans>Bạn chưa thuộc tổ chức nào</Trans>}>
          <Trans>Hãy xin tham gia tổ chức của bạn, hoặc khai tổ chức mới. Chuyên gia độc lập không cần tổ chức.</Trans>
        </EmptyState>
      ) : (
        <OwnedList label={t`Bạn thuộc về`}>
          {places.map((place) => {
            const { id, role, status, organization } = place;
            const name = localized(organization.legalName);
            const pending = status === 'PENDING';
            return (
              <Owned
                key={id}
                name={
                  pending ? (
                    <span lang={name.lang}>{name.text}</span>
                  ) : (
                    <Link to="/to-chuc-cua-toi/$id" params={{ id: organization.id }} lang={name.lang}>
                      {name.text}
                    </Link>
                  )
                }
                actions={
                  pending && (
                    <Button tone="danger" onClick={() => setTaking(place)}>
                      <Trans>
                        Rút yêu cầu<span className="visually-hidden"> tham gia {name.text}</span>
                      </Trans>
                    </Button>
                  )
                }
              >
                <Soft>
                  {i18n._(organizationKindLabels[organization.kind])} · {i18n._(membershipRoleLabels[role])}
                </Soft>
                <div>
                  {pending ? (
                    <Tag tone="warning" icon="clock">
                      {i18n._(membershipStatusLabels[status])}
                    </Tag>
                  ) : organization.standing === 'LISTED' ? (
                    <VerificationTag status={organization.verification} />
                  ) : (
                    <Tag tone="warning" icon="clock">
                      {i18n._(standingLabels[organization.standing])}
                    </Tag>
                  )}
                </div>
              </Owned>
            );
          })}
        </OwnedList>
      )}
      <ReasonDialog
        open={taking !== null}
        title={<Trans>Rút yêu cầu tham gia?</Trans>}
        action={<Trans>Rút yêu cầu</Trans>}
        tone="danger"
        onClose={() => setTaking(null)}
        onConfirm={async () => {
          const { error } = await remove({ input: { membershipId: taking?.id ?? '' } });
          if (error) return describe(appError(error), i18n);
          setTaking(null);
          outcome.succeed(t`Đã rút yêu cầu tham gia.`);
          return null;
        }}
      >
        <p>
          <Trans>Chủ quản của tổ chức không thấy yêu cầu này nữa. Bạn có thể xin lại sau.</Trans>
        </p>
      </ReasonDialog>
    </Section>
  );
}
