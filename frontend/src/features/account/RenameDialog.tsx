import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type FormEvent } from 'react';
import { useConfirmedMutation } from '@/features/credentials';
import { announce } from '@/ui/Announcer';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { TextField } from '@/ui/Field';
import { Stack } from '@/ui/Page';
import { Row } from '@/ui/Panel';
import { RenamePasskeyDocument } from './account.gql';
import { OutcomeNotice } from './parts';
import type { Credentials } from './PasswordSection';
import { useOutcome } from './useOutcome';

type Passkey = Credentials['passkeys'][number];

export function RenameDialog({ passkey, onClose }: { passkey: Passkey | null; onClose: () => void }) {
  return (
    <Dialog open={passkey !== null} title={<Trans>Đổi tên khóa truy cập</Trans>} onClose={onClose}>
      {passkey && <Body passkey={passkey} onClose={onClose} />}
    </Dialog>
  );
}

function Body({ passkey, onClose }: { passkey: Passkey; onClose: () => void }) {
  const { t } = useLingui();
  const outcome = useOutcome();
  const [name, setName] = useState(passkey.name);
  const [{ fetching }, rename] = useConfirmedMutation(RenamePasskeyDocument);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return outcome.remark({ field: 'name', message: t`Hãy đặt tên để nhận ra khóa này sau này` });
    const { error } = await rename({ input: { passkeyId: passkey.id, name: name.trim() } });
    if (error) return outcome.refuse(error);
    announce(t`Đã đổi tên khóa truy cập`);
    onClose();
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack>
        <OutcomeNotice outcome={outcome} prefix="rename." />
        <TextField
          id="rename.name"
          label={<Trans>Tên của khóa</Trans>}
          autoComplete="off"
          value={name}
          onChange={(event) => setName(event.target.value)}
          error={outcome.messageOf('name')}
        />
        <Row>
          <Button type="submit" tone="primary" busy={fetching}>
            <Trans>Lưu tên</Trans>
          </Button>
          <Button tone="quiet" onClick={onClose}>
            <Trans>Không, quay lại</Trans>
          </Button>
        </Row>
      </Stack>
    </form>
  );
}
