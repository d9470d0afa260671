import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState, type FormEvent } from 'react';
import { useMutation } from 'urql';
import { appError, describe } from '@/app/errors';
import { Owned, OwnedList, OutcomeNotice, useOutcome, type Outcome } from '@/features/account';
import { useConfirmedMutation } from '@/features/credentials';
import type { InvitationStatus, MembershipRole } from '@/graphql-types';
import { formatDate, formatDateTime } from '@/i18n/format';
import { membershipRoleLabels } from '@/i18n/accountLabels';
import { invitationStatusLabels } from '@/i18n/organizationLabels';
import { Button } from '@/ui/Button';
import { TextArea } from '@/ui/Field';
import type { IconName } from '@/ui/Icon';
import { Section } from '@/ui/Page';
import { Panel, Soft } from '@/ui/Panel';
import { ReasonDialog } from '@/ui/ReasonDialog';
import { Tag, type Tone } from '@/ui/Tag';
import { addressesOf, mostAddresses } from './addresses';
import styles from './Own.module.css';
import { InviteMemberDocument, ResendInvitationDocument, RevokeInvitationDocument, type InvitationSentFragment, type OwnPeopleFragment } from './own-organization.gql';
import { RoleField } from './RoleField';

const looks: Record<InvitationStatus, [Tone, IconName]> = {
  WAITING: ['warning', 'clock'],
  ACCEPTED: ['positive', 'check'],
  DECLINED: ['neutral', 'cross'],
  REVOKED: ['neutral', 'cross'],
  EXPIRED: ['neutral', 'clock'],
};

/** Who was invited and what became of it; and the way to invite. */
export function InvitationSection({ people }: { people: OwnPeopleFragment }) {
  const { t, i18n } = useLingui();
  const outcome = useOutcome();
  const [revoking, setRevoking] = useState<InvitationSentFragment | null>(null);
  const [{ fetching }, resend] = useMutation(ResendInvitationDocument);
  const [, revoke] = useMutation(RevokeInvitationDocument);
  const invitations = people.invitations ?? [];

  const again = async ({ id, email }: InvitationSentFragment) => {
    const { error } = await resend({ input: { invitationId: id } });
    if (error) outcome.refuse(error);
    else outcome.succeed(t`Đã gửi lại thư mời đến ${email}.`);
  };
  return (
    <Section title={<Trans>Mời người mới</Trans>}>
      <OutcomeNotice outcome={outcome} prefix="invite." />
      <Panel>
        <InviteForm organizationId={people.id} outcome={outcome} />
      </Panel>
      {invitations.length > 0 && (
        <>
          <h3>
            <Trans>Lời mời đã gửi</Trans>
          </h3>
          <OwnedList label={t`Lời mời đã gửi`}>
            {invitations.map((invitation) => {
              const { id, email, role, status, invitedBy, sentAt, expiresAt } = invitation;
              const [tone, icon] = looks[status];
              return (
                <Owned
                  key={id}
                  name={
                    <>
                      {email}
                      <Tag tone={tone} icon={icon}>
                        {i18n._(invitationStatusLabels[status])}
                      </Tag>
                    </>
                  }
                  actions={
                    (status === 'WAITING' || status === 'EXPIRED') && (
                      <>
                        <Button tone="quiet" busy={fetching} onClick={() => void again(invitation)}>
                          <Trans>
                            Gửi lại<span className="visually-hidden"> cho {email}</span>
                          </Trans>
                        </Button>
                        {status === 'WAITING' && (
                          <Button tone="danger" onClick={() => setRevoking(invitation)}>
                            <Trans>
                              Thu hồi<span className="visually-hidden"> lời mời {email}</span>
                            </Trans>
                          </Button>
                        )}
                      </>
                    )
                  }
                >
                  <Soft>
                    <Trans>
                      {i18n._(membershipRoleLabels[role])} · {invitedBy} mời, thư gửi {formatDateTime(sentAt)}
                    </Trans>
                    {status === 'WAITING' && (
                      <>
                        {' · '}
                        <Trans>có giá trị đến {formatDate(expiresAt)}</Trans>
                      </>
                    )}
                  </Soft>
                </Owned>
              );
            })}
          </OwnedList>
        </>
      )}
      <ReasonDialog
        open={revoking !== null}
        title={<Trans>Thu hồi lời mời?</Trans>}
        action={<Trans>Thu hồi lời mời</Trans>}
        tone="danger"
        onClose={() => setRevoking(null)}
        onConfirm={async () => {
          const { error } = await revoke({ input: { invitationId: revoking?.id ?? '' } });
          if (error) return describe(appError(error), i18n);
          setRevoking(null);
          outcome.succeed(t`Đã thu hồi lời mời.`);
          return null;
        }}
      >
        <p>
          <Trans>
            Liên kết trong thư gửi đến <strong>{revoking?.email}</strong> không dùng được nữa. Người đó không nhận thư báo.
          </Trans>
        </p>
      </ReasonDialog>
    </Section>
  );
}

/** One letter an address; those that were refused stay in the field. */
function InviteForm({ organizationId, outcome }: { organizationId: string; outcome: Outcome }) {
  const { t, i18n } = useLingui();
  const [typed, setTyped] = useState('');
  const [role, setRole] = useState<MembershipRole>('EDITOR');
  const [busy, setBusy] = useState(false);
  const [, invite] = useConfirmedMutation(InviteMemberDocument);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const addresses = addressesOf(typed);
    if (addresses.length === 0) return outcome.remark({ field: 'email', message: t`Hãy nhập ít nhất một địa chỉ thư điện tử` });
    if (addresses.length > mostAddresses) return outcome.remark({ field: 'email', message: t`Mỗi lần mời nhiều nhất ${mostAddresses} địa chỉ.` });
    setBusy(true);
    const refused: { email: string; message: string }[] = [];
    for (const email of addresses) {
      const { error } = await invite({ input: { organizationId, email, role } });
      if (error) refused.push({ email, message: describe(appError(error), i18n) });
    }
    setBusy(false);
    setTyped(refused.map(({ email }) => email).join('\n'));
    const sent = addresses.length - refused.length;
    if (refused.length > 0) outcome.remark(...refused.map(({ email, message }) => ({ field: 'email', message: addresses.length > 1 ? `${email}: ${message}` : message })));
    else outcome.succeed(sent === 1 ? t`Đã gửi thư mời đến ${addresses[0] ?? ''}.` : t`Đã gửi ${sent} thư mời.`);
  };
  return (
    <form className={styles['form']} onSubmit={(event) => void submit(event)} noValidate>
      <TextArea
        id="invite.email"
        label={<Trans>Địa chỉ thư điện tử</Trans>}
        hint={
          <>
            <Plural value={mostAddresses} one="Mỗi dòng một địa chỉ, nhiều nhất # địa chỉ." other="Mỗi dòng một địa chỉ, nhiều nhất # địa chỉ." />{' '}
            <Trans>Chỉ người nhận được thư ở địa chỉ này mới nhận lời được; lời mời có giá trị 14 ngày.</Trans>
          </>
        }
        autoComplete="off"
        spellCheck={false}
        rows={2}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        error={outcome.messageOf('email')}
      />
      <RoleField id="invite.role" label={<Trans>Vai trò</Trans>} role={role} onChange={setRole} error={outcome.messageOf('role')} />
      <div>
        <Button type="submit" tone="primary" busy={busy}>
          {busy ? <Trans>Đang gửi…</Trans> : <Trans>Gửi thư mời</Trans>}
        </Button>
      </div>
    </form>
  );
}
