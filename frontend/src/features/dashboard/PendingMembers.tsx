import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation } from 'urql';
import { appError, describe } from '@/app/errors';
import type { MyMembership } from '@/app/membership';
import { localized } from '@/i18n/bilingual';
import { announce } from '@/ui/Announcer';
import { Button, LinkButton } from '@/ui/Button';
import { Section } from '@/ui/Page';
import { Row } from '@/ui/Panel';
import styles from './Dashboard.module.css';
import { ApproveMembershipDocument } from './dashboard.gql';

/** People who asked to join an organisation that the reader owns. */
export function PendingMembers({ memberships }: { memberships: MyMembership[] }) {
  const { t, i18n } = useLingui();
  const [{ error }, approve] = useMutation(ApproveMembershipDocument);
  const waiting = memberships
    .filter(({ role, status }) => role === 'OWNER' && status === 'ACTIVE')
    .flatMap(({ organization }) => (organization.members ?? []).filter(({ status }) => status === 'PENDING').map((member) => ({ member, organization })));
  if (waiting.length === 0) return null;
  return (
    <Section title={<Trans>Người xin tham gia tổ chức</Trans>}>
      {error && <p role="alert">{describe(appError(error), i18n)}</p>}
      <ul className={styles['tasks']} role="list">
        {waiting.map(({ member, organization }) => (
          <li key={member.id}>
            <div>
              <span className={styles['what']}>{member.name}</span>
              <span>{localized(organization.legalName).text}</span>
            </div>
            <Row>
              <LinkButton to="/to-chuc-cua-toi/$id/thanh-vien" params={{ id: organization.id }} tone="quiet">
                <Trans>
                  Xem và trả lời<span className="visually-hidden"> {member.name}</span>
                </Trans>
              </LinkButton>
              <Button
                onClick={async () => {
                  const { data } = await approve({ input: { membershipId: member.id } });
                  if (data) announce(t`Đã chấp thuận ${member.name}`);
                }}
              >
                <Trans>
                  Chấp thuận<span className="visually-hidden"> {member.name}</span>
                </Trans>
              </Button>
            </Row>
          </li>
        ))}
      </ul>
    </Section>
  );
}
