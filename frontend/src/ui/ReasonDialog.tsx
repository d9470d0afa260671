import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { Button, type ButtonTone } from './Button';
import { Dialog } from './Dialog';
import { ErrorSummary } from './ErrorSummary';
import { TextArea } from './Field';
import { Stack } from './Page';
import { Row } from './Panel';

interface Props {
  open: boolean;
  title: ReactNode;
  /** What happens then, and who will read the reason. */
  children?: ReactNode;
  /** Absent: the dialog only asks for confirmation. */
  reasonLabel?: ReactNode;
  reasonHint?: ReactNode;
  reasonOptional?: boolean;
  action: ReactNode;
  tone?: ButtonTone;
  onClose: () => void;
  /** Does it; gives what went wrong as a sentence, or null. */
  onConfirm: (reason: string) => Promise<string | null>;
}

export function ReasonDialog(props: Props) {
  return (
    <Dialog open={props.open} title={props.title} onClose={props.onClose}>
      <Body {...props} />
    </Dialog>
  );
}

const field = 'dialog.reason';

function Body({ children, reasonLabel, reasonHint, reasonOptional = false, action, tone = 'primary', onClose, onConfirm }: Props) {
  const { t } = useLingui();
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);

  const refuse = (message: string) => {
    setProblem(message);
    setAttempt((count) => count + 1);
  };
  const confirm = async () => {
    setProblem(null);
    if (reasonLabel && !reasonOptional && reason.trim() === '') return refuse(t`Hãy nêu lý do; người liên quan sẽ đọc lý do này.`);
    setBusy(true);
    const refused = await onConfirm(reason.trim());
    setBusy(false);
    if (refused !== null) refuse(refused);
  };

  return (
    <Stack>
      <ErrorSummary items={problem ? [{ field: reasonLabel ? field : null, message: problem }] : []} attempt={attempt} />
      {children}
      {reasonLabel && (
        <TextArea
          id={field}
          label={reasonLabel}
          hint={reasonHint}
          optional={reasonOptional}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          error={problem ?? undefined}
        />
      )}
      <Row>
        <Button tone={tone} busy={busy} onClick={confirm}>
          {action}
        </Button>
        <Button tone="quiet" onClick={onClose}>
          <Trans>Không, quay lại</Trans>
        </Button>
      </Row>
    </Stack>
  );
}
