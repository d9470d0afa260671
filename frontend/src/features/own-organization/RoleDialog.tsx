import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type FormEvent } from 'react';
import { useConfirmedMutation } from '@/features/credentials';
import { OutcomeNotice, useOutcome } from '@/features/account';
import type { MembershipRole } from '@/graphql-types';
import { membershipRoleLabels } from '@/i18n/accountLabels';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { Stack } from '@/ui/Page';
import { Row } from '@/ui/Panel';
import { SetMembershipRoleDocument, type OwnPeopleFragment } from './own-organization.gql';
import { RoleField } from './RoleField';

type Member = NonNullable<OwnPeopleFragment['members']>[number];

interface Props {
  member: Member | null;
  onClose: () => void;
  onDone: (sentence: string) => void;
}

export function RoleDialog({ member, onClose, onDone }: Props) {
  return (
    <Dialog open={member !== null} title={<Trans>Đổi vai trò</Trans>} onClose={onClose}>
      {member && <Body member={member} onClose={onClose} onDone={onDone} />}
    </Dialog>
  );
}

function Body({ member, onClose, onDone }: Props & { member: Member }) {
  const { t, i18n } = useLingui();
  const outcome = useOutcome();
  const [role, setRole] = useState<MembershipRole>(member.role);
  const [{ fetching }, set] = useConfirmedMutation(SetMembershipRoleDocument);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { error } = await set({ input: { membershipId: member.id, role } });
    if (error) return outcome.refuse(error);
    onDone(t`${member.name} nay có vai trò ${i18n._(membershipRoleLabels[role])}.`);
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack>
        <OutcomeNotice outcome={outcome} prefix="role." />
        <RoleField id="role.role" label={<Trans>Vai trò của {member.name}</Trans>} role={role} onChange={setRole} error={outcome.messageOf('role')} />
        <Row>
          <Button type="submit" tone="primary" busy={fetching}>
            <Trans>Lưu vai trò</Trans>
          </Button>
          <Button tone="quiet" onClick={onClose}>
            <Trans>Không, quay lại</Trans>
          </Button>
        </Row>
      </Stack>
    </form>
  );
}
