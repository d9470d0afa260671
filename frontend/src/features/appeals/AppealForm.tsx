import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { CombinedError } from 'urql';
import { useServerErrors } from '@/app/useServerErrors';
import { formatDateTime } from '@/i18n/format';
import { Button } from '@/ui/Button';
import { ErrorSummary } from '@/ui/ErrorSummary';
import { TextArea } from '@/ui/Field';
import { Stack } from '@/ui/Page';

const most = 2000;

interface Props {
  until: string;
  /** Sends it; gives what was refused. */
  onSend: (text: string) => Promise<CombinedError | undefined>;
}

export function AppealForm({ until, onSend }: Props) {
  const { t } = useLingui();
  const server = useServerErrors();
  const [text, setText] = useState('');
  const [own, setOwn] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const problems = own ? [{ field: 'text', message: own }] : server.items;
  const send = async () => {
    if (busy) return;
    server.clear();
    const words = text.normalize('NFC').trim();
    const missing = words === '' ? t`Hãy nói vì sao quyết định này không đúng.` : [...words].length > most ? t`Khiếu nại dài tối đa 2.000 ký tự. Hãy viết gọn hơn.` : null;
    setOwn(missing);
    if (missing) return setAttempt((count) => count + 1);
    setBusy(true);
    const error = await onSend(words);
    setBusy(false);
    if (!error) return;
    server.refuse(error);
    setAttempt((count) => count + 1);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
      noValidate
    >
      <Stack>
        <ErrorSummary items={problems} attempt={attempt} />
        <p>
          <Trans>
            Bạn có thể khiếu nại một lần, đến {formatDateTime(until)}. Người xem lại không phải là người đã quyết định, và quyết định đó là cuối cùng.
          </Trans>
        </p>
        <TextArea
          id="text"
          label={<Trans>Vì sao quyết định này không đúng</Trans>}
          hint={<Trans>Nêu điều thực tế khác với lý do ở trên, và cách kiểm chứng. Tối đa 2.000 ký tự.</Trans>}
          error={problems.find(({ field }) => field === 'text')?.message}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <div>
          <Button type="submit" tone="primary" busy={busy}>
            {busy ? <Trans>Đang gửi…</Trans> : <Trans>Gửi khiếu nại</Trans>}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
