import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useId, useState, type FormEvent, type ReactNode } from 'react';
import type { CombinedError } from 'urql';
import { appError, hasCode } from '@/app/errors';
import { useServerErrors } from '@/app/useServerErrors';
import { Button } from '@/ui/Button';
import { ErrorSummary, type SummaryItem } from '@/ui/ErrorSummary';
import { TextField } from '@/ui/Field';
import { Icon } from '@/ui/Icon';
import { Stack } from '@/ui/Page';
import { Row } from '@/ui/Panel';
import styles from './Credentials.module.css';
import { PasswordField } from './PasswordField';
import type { AskedChallengeFragment } from './credentials.gql';
import { passkeysSupported, signWithPasskey, stopAskingForPasskeys } from './passkeys';

export type Proof = { code: string } | { passkey: string } | { password: string };

interface Props {
  asked: AskedChallengeFragment;
  /** What the button does. */
  action: ReactNode;
  /** Sends the answer; gives the refusal, or null when it was right. */
  onProof: (proof: Proof) => Promise<CombinedError | null>;
  /** It expired, or was tried too often: says so in a sentence. */
  onOver: (message: string) => void;
  /** Beside the button. */
  children?: ReactNode;
}

/** A passkey, the code of an authenticator app, a recovery code or the password: whatever the server takes. */
export function ChallengeForm({ asked, action, onProof, onOver, children }: Props) {
  const { t } = useLingui();
  const id = useId();
  const server = useServerErrors();
  const [own, setOwn] = useState<SummaryItem[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState<'typed' | 'passkey' | null>(null);
  const [recovering, setRecovering] = useState(false);
  const [typed, setTyped] = useState('');
  const byPassword = asked.methods.includes('PASSWORD');
  const byCode = asked.methods.includes('CODE');
  const options = asked.methods.includes('PASSKEY') && passkeysSupported() ? asked.passkeyOptions : null;
  const field = `${id}-proof`;

  useEffect(() => stopAskingForPasskeys, []);

  const refuse = (items: SummaryItem[]) => {
    setOwn(items);
    setAttempt((count) => count + 1);
  };
  const send = async (proof: Proof, by: 'typed' | 'passkey') => {
    setOwn([]);
    server.clear();
    setBusy(by);
    const error = await onProof(proof);
    setBusy(null);
    if (!error) return;
    if (hasCode(error, 'LINK_INVALID')) {
      const known = appError(error);
      return onOver(known.kind === 'refused' ? known.message : '');
    }
    server.refuse(error);
    setAttempt((count) => count + 1);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const text = byPassword ? typed : typed.trim();
    if (text === '') {
      server.clear();
      const message = byPassword ? t`Hãy nhập mật khẩu` : recovering ? t`Hãy nhập một mã khôi phục` : t`Hãy nhập mã của ứng dụng xác thực`;
      return refuse([{ field, message }]);
    }
    if (!busy) void send(byPassword ? { password: text } : { code: text }, 'typed');
  };
  const sign = async () => {
    if (busy || !options) return;
    setBusy('passkey');
    const outcome = await signWithPasskey(options);
    setBusy(null);
    if (outcome.kind === 'done') return send({ passkey: outcome.answer }, 'passkey');
    if (outcome.kind === 'withdrawn') return;
    server.clear();
    refuse([{ field: null, message: t`Chưa dùng được khóa truy cập: thiết bị không trả lời hoặc bạn đã hủy. Hãy thử lại hoặc dùng cách khác.` }]);
  };

  // The server names the field by its input; here it has an id of its own, for two such forms may be on one page.
  const items = own.length > 0 ? own : server.items.map((item) => ({ ...item, field: item.field === 'passkey' || item.field === null ? null : field }));
  const error = items.find((item) => item.field === field)?.message;
  const input = { id: field, value: typed, error, onChange: (event: { target: { value: string } }) => setTyped(event.target.value) };
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <ErrorSummary items={items} attempt={attempt} />
        {options && (
          <div>
            <Button tone={byCode ? 'secondary' : 'primary'} busy={busy === 'passkey'} onClick={() => void sign()}>
              <Icon name="key" />
              {busy === 'passkey' ? <Trans>Đang chờ thiết bị…</Trans> : <Trans>Dùng khóa truy cập</Trans>}
            </Button>
          </div>
        )}
        {byPassword && <PasswordField {...input} label={<Trans>Mật khẩu</Trans>} autoComplete="current-password" />}
        {byCode && (
          <div className={styles['code']}>
            {recovering ? (
              <TextField
                {...input}
                key="recovery"
                label={<Trans>Mã khôi phục</Trans>}
                hint={<Trans>Một trong các mã bạn đã cất, ví dụ abcd-efgh-ijkl-mnop. Mỗi mã dùng một lần.</Trans>}
                autoComplete="off"
                autoCapitalize="none"
                spellCheck={false}
              />
            ) : (
              <TextField
                {...input}
                key="code"
                label={<Trans>Mã của ứng dụng xác thực</Trans>}
                hint={<Trans>6 chữ số, đổi mỗi 30 giây.</Trans>}
                inputMode="numeric"
                autoComplete="one-time-code"
                maxLength={12}
              />
            )}
          </div>
        )}
        <Row>
          {(byCode || byPassword) && (
            <Button type="submit" tone="primary" busy={busy === 'typed'}>
              {action}
            </Button>
          )}
          {byCode && (
            <Button
              tone="quiet"
              onClick={() => {
                setRecovering(!recovering);
                setTyped('');
                setOwn([]);
                server.clear();
              }}
            >
              {recovering ? <Trans>Dùng mã của ứng dụng xác thực</Trans> : <Trans>Dùng mã khôi phục</Trans>}
            </Button>
          )}
          {children}
        </Row>
      </Stack>
    </form>
  );
}
