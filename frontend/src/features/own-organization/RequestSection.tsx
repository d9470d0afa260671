import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useMutation } from 'urql';
import { appError, describe } from '@/app/errors';
import { Owned, OwnedList, OutcomeNotice, useOutcome } from '@/features/account';
import { membershipRoleLabels } from '@/i18n/accountLabels';
import { Button } from '@/ui/Button';
import { Section } from '@/ui/Page';
import { Soft } from '@/ui/Panel';
import { ReasonDialog } from '@/ui/ReasonDialog';
import { AnswerMembershipRequestDocument, DeclineMembershipDocument, type OwnPeopleFragment } from './own-organization.gql';

type Member = NonNullable<OwnPeopleFragment['members']>[number];

/** People who asked to join; nothing when nobody has. */
export function RequestSection({ people }: { people: OwnPeopleFragment }) {
  const { t, i18n } = useLingui();
  const outcome = useOutcome();
  const [declining, setDeclining] = useState<Member | null>(null);
  const [{ fetching }, approve] = useMutation(AnswerMembershipRequestDocument);
  const [, decline] = useMutation(DeclineMembershipDocument);
  const waiting = (people.members ?? []).filter(({ status }) => status === 'PENDING');
  if (waiting.length === 0 && !outcome.done) return null;

  const letIn = async (member: Member) => {
    const { error } = await approve({ input: { membershipId: member.id } });
    if (error) outcome.refuse(error);
    else outcome.succeed(t`Đã chấp thuận ${member.name}. Người này nhận thư và làm việc được ngay.`);
  };
  return (
    <Section title={<Trans>Người xin tham gia</Trans>}>
      <OutcomeNotice outcome={outcome} />
      {waiting.length > 0 && (
        <>
          <p>
            <Trans>Chỉ chấp thuận người bạn biết: họ đọc được mọi bản nháp và đề xuất của tổ chức.</Trans>
          </p>
          <OwnedList label={t`Người xin tham gia`}>
            {waiting.map((member) => (
              <Owned
                key={member.id}
                name={member.name}
                actions={
                  <>
                    <Button tone="primary" busy={fetching} onClick={() => void letIn(member)}>
                      <Trans>
                        Chấp thuận<span className="visually-hidden"> {member.name}</span>
                      </Trans>
                    </Button>
                    <Button tone="danger" onClick={() => setDeclining(member)}>
                      <Trans context="action">
                        Từ chối<span className="visually-hidden"> {member.name}</span>
                      </Trans>
                    </Button>
                  </>
                }
              >
                <Soft>
                  <Trans>Vào với vai trò {i18n._(membershipRoleLabels[member.role])}</Trans>
                </Soft>
              </Owned>
            ))}
          </OwnedList>
        </>
      )}
      <ReasonDialog
        open={declining !== null}
        title={<Trans>Từ chối yêu cầu tham gia?</Trans>}
        action={<Trans>Từ chối yêu cầu</Trans>}
        tone="danger"
        onClose={() => setDeclining(null)}
        onConfirm={async () => {
          const { error } = await decline({ input: { membershipId: declining?.id ?? '' } });
          if (error) return describe(appError(error), i18n);
          setDeclining(null);
          outcome.succeed(t`Đã từ chối yêu cầu tham gia.`);
          return null;
        }}
      >
        <p>
          <Trans>
            <strong>{declining?.name}</strong> nhận thư báo và có thể xin lại sau.
          </Trans>
        </p>
      </ReasonDialog>
    </Section>
  );
}
