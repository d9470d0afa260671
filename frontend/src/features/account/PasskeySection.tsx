import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type FormEvent } from 'react';
import { appError, describe } from '@/app/errors';
import { makePasskey, passkeysSupported, useConfirmedMutation } from '@/features/credentials';
import { formatDate, formatDateTime } from '@/i18n/format';
import { Button } from '@/ui/Button';
import { TextField } from '@/ui/Field';
import { Icon } from '@/ui/Icon';
import { Soft } from '@/ui/Panel';
import { ReasonDialog } from '@/ui/ReasonDialog';
import styles from './Account.module.css';
import { RenameDialog } from './RenameDialog';
import { AddPasskeyDocument, BeginPasskeyDocument, RemovePasskeyDocument } from './account.gql';
import { AccountSection, Disclosure, Owned, OwnedList, OutcomeNotice } from './parts';
import type { Credentials } from './PasswordSection';
import { useOutcome } from './useOutcome';

type Passkey = Credentials['passkeys'][number];

interface Props {
  credentials: Credentials;
  /** False where the product is reached by a bare number. */
  available: boolean;
  onChanged: (codes: string[]) => void;
}

export function PasskeySection({ credentials: { passkeys }, available, onChanged }: Props) {
  const { t, i18n } = useLingui();
  const outcome = useOutcome();
  const [open, setOpen] = useState(false);
  const [renaming, setRenaming] = useState<Passkey | null>(null);
  const [removing, setRemoving] = useState<Passkey | null>(null);
  const [, remove] = useConfirmedMutation(RemovePasskeyDocument);
  const usable = available && passkeysSupported();

  return (
    <AccountSection id="khoa-truy-cap" title={<Trans>Khóa truy cập</Trans>}>
      <p>
        <Trans>Vân tay, khuôn mặt hoặc mã PIN của thiết bị thay cho mật khẩu. Khóa nằm trong thiết bị của bạn, không ai lừa lấy được qua trang giả.</Trans>
      </p>
      <OutcomeNotice outcome={outcome} prefix="passkey." />
      {passkeys.length > 0 && (
        <OwnedList label={t`Khóa truy cập`}>
          {passkeys.map((passkey) => (
            <Owned
              key={passkey.id}
              name={
                <>
                  <Icon name="key" />
                  {passkey.name}
                </>
              }
              actions={
                <>
                  <Button tone="quiet" onClick={() => setRenaming(passkey)}>
                    <Trans>
                      Đổi tên<span className="visually-hidden"> {passkey.name}</span>
                    </Trans>
                  </Button>
                  <Button tone="danger" onClick={() => setRemoving(passkey)}>
                    <Trans>
                      Xóa<span className="visually-hidden"> {passkey.name}</span>
                    </Trans>
                  </Button>
                </>
              }
            >
              <Soft>
                {passkey.lastUsedAt ? (
                  <Trans>
                    Thêm ngày {formatDate(passkey.createdAt)} · dùng lần cuối {formatDateTime(passkey.lastUsedAt)}
                  </Trans>
                ) : (
                  <Trans>Thêm ngày {formatDate(passkey.createdAt)} · chưa dùng lần nào</Trans>
                )}
              </Soft>
            </Owned>
          ))}
        </OwnedList>
      )}
      {usable ? (
        <Disclosure open={open} onToggle={() => setOpen(!open)} label={<Trans>Thêm khóa truy cập</Trans>} close={<Trans>Đóng lại</Trans>}>
          <AddPasskey
            outcome={outcome}
            onAdded={(name, codes) => {
              setOpen(false);
              outcome.succeed(t`Đã thêm khóa truy cập “${name}”.`);
              onChanged(codes);
            }}
          />
        </Disclosure>
      ) : (
        <Soft>
          {available ? <Trans>Trình duyệt này không dùng được khóa truy cập.</Trans> : <Trans>Địa chỉ này của i-Forum không dùng được khóa truy cập: trình duyệt cần một tên miền.</Trans>}
        </Soft>
      )}
      <RenameDialog passkey={renaming} onClose={() => setRenaming(null)} />
      <ReasonDialog
        open={removing !== null}
        title={<Trans>Xóa khóa truy cập?</Trans>}
        action={<Trans>Xóa khóa</Trans>}
        tone="danger"
        onClose={() => setRemoving(null)}
        onConfirm={async () => {
          const { error } = await remove({ input: { passkeyId: removing?.id ?? '' } });
          if (error) return describe(appError(error), i18n);
          setRemoving(null);
          outcome.succeed(t`Đã xóa khóa truy cập.`);
          onChanged([]);
          return null;
        }}
      >
        <p>
          <Trans>
            Khóa <strong>{removing?.name}</strong> không còn mở được tài khoản này. Bạn nên xóa nó cả trong thiết bị.
          </Trans>
        </p>
      </ReasonDialog>
    </AccountSection>
  );
}

interface AddProps {
  outcome: ReturnType<typeof useOutcome>;
  onAdded: (name: string, codes: string[]) => void;
}

function AddPasskey({ outcome, onAdded }: AddProps) {
  const { t } = useLingui();
  const [name, setName] = useState('');
  const [busy, setBusy] = useState(false);
  const [, begin] = useConfirmedMutation(BeginPasskeyDocument);
  const [, add] = useConfirmedMutation(AddPasskeyDocument);

  const make = async () => {
    const begun = await begin({});
    if (begun.error) return outcome.refuse(begun.error);
    const { challenge, options } = begun.data!.beginPasskey;
    const made = await makePasskey(options);
    switch (made.kind) {
      case 'done': {
        const { data, error } = await add({ input: { challenge, passkey: made.answer, name: name.trim() } });
        if (error) outcome.refuse(error);
        else if (data) onAdded(name.trim(), data.addPasskey.recoveryCodes);
        return;
      }
      case 'known':
        return outcome.remark({ field: null, message: t`Thiết bị này đã có khóa truy cập cho tài khoản của bạn.` });
      case 'declined':
      case 'withdrawn':
        return outcome.remark({ field: null, message: t`Chưa tạo khóa truy cập: thiết bị không trả lời hoặc bạn đã hủy. Hãy thử lại.` });
      case 'failed':
        return outcome.remark({ field: null, message: t`Thiết bị không tạo được khóa truy cập. Hãy thử thiết bị hoặc trình duyệt khác.` });
    }
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return outcome.remark({ field: 'name', message: t`Hãy đặt tên để nhận ra khóa này sau này` });
    if (busy) return;
    outcome.clear();
    setBusy(true);
    await make();
    setBusy(false);
  };

  return (
    <form className={styles['form']} onSubmit={(event) => void submit(event)} noValidate>
      <TextField
        id="passkey.name"
        label={<Trans>Tên của khóa</Trans>}
        hint={<Trans>Để nhận ra thiết bị sau này. Ví dụ: Điện thoại của tôi</Trans>}
        autoComplete="off"
        value={name}
        onChange={(event) => setName(event.target.value)}
        error={outcome.messageOf('name')}
      />
      <div>
        <Button type="submit" tone="primary" busy={busy}>
          {busy ? <Trans>Đang chờ thiết bị…</Trans> : <Trans>Tạo khóa truy cập</Trans>}
        </Button>
      </div>
    </form>
  );
}
