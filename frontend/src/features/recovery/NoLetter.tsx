import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import type { CombinedError } from 'urql';
import { appError, describe } from '@/app/errors';
import { formatTime } from '@/i18n/format';
import { announce } from '@/ui/Announcer';
import { Button } from '@/ui/Button';
import { Prose, Section } from '@/ui/Page';
import { Row, Soft } from '@/ui/Panel';
import { useSecondsUntil } from '@/ui/Wait';

/** A letter makes the one before it worthless, so nobody should ask for two within a breath. */
const pauseMs = 60_000;

interface Props {
  /** Asks for the letter once more. */
  onAgain: () => Promise<CombinedError | null>;
  /** Back to where the address was typed. */
  onOtherAddress: () => void;
  /** What else may be the reason. */
  children?: ReactNode;
}

/** What to do when no letter comes, and another one after a while. */
export function NoLetter({ onAgain, onOtherAddress, children }: Props) {
  const { t, i18n } = useLingui();
  const [until, setUntil] = useState(() => Date.now() + pauseMs);
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);
  const seconds = useSecondsUntil(until);
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];

  const again = async () => {
    setBusy(true);
    const error = await onAgain();
    setBusy(false);
    const known = error && appError(error);
    const wait = known?.kind === 'refused' ? known.retryAfter : null;
    const sentence = !known ? t`Đã gửi lại lúc ${formatTime(new Date().toISOString())}. Thư trước không còn dùng được.` : wait !== null ? t`Đã gửi nhiều thư đến địa chỉ này. Hãy đợi rồi gửi lại.` : describe(known, i18n);
    setSaid(sentence);
    announce(sentence);
    if (!known || wait !== null) setUntil(Date.now() + (wait === null ? pauseMs : wait * 1000));
  };

  return (
    <Section title={<Trans>Chưa thấy thư?</Trans>}>
      <Prose>
        <ul>
          <li>
            <Trans>Thư thường đến trong một phút; hộp thư cơ quan có khi chậm hơn.</Trans>
          </li>
          <li>
            <Trans>Hãy xem cả mục thư rác và mục quảng cáo.</Trans>
          </li>
          {children}
        </ul>
      </Prose>
      {said && <p>{said}</p>}
      <Row>
        <Button busy={busy || seconds > 0} onClick={() => void again()}>
          <Trans>Gửi lại thư</Trans>
        </Button>
        <Button tone="quiet" onClick={onOtherAddress}>
          <Trans>Sửa địa chỉ</Trans>
        </Button>
      </Row>
      {seconds > 0 && (
        <Soft>
          <span role="timer" className="numeric">
            {minutes === 0 ? (
              <Plural value={rest} one="Gửi lại được sau # giây." other="Gửi lại được sau # giây." />
            ) : (
              <Trans>
                Gửi lại được sau <Plural value={minutes} one="# phút" other="# phút" /> <Plural value={rest} one="# giây" other="# giây" />.
              </Trans>
            )}
          </span>
        </Soft>
      )}
    </Section>
  );
}
