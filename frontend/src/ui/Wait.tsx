import { Plural, Trans } from '@lingui/react/macro';
import { useSyncExternalStore } from 'react';

function everySecond(tick: () => void) {
  const timer = setInterval(tick, 1000);
  return () => clearInterval(timer);
}

const never = () => () => undefined;
const second = () => Math.ceil(Date.now() / 1000);

/** Whole seconds until then, counted down; 0 when it has come. */
export function useSecondsUntil(until: number | null): number {
  const now = useSyncExternalStore(until === null ? never : everySecond, second);
  return until === null ? 0 : Math.max(0, Math.ceil(until / 1000) - now);
}

/** How long to wait, in words. A timer, so that no screen reader says every second. */
export function Wait({ until }: { until: number }) {
  const left = useSecondsUntil(until);
  const [minutes, seconds] = [Math.floor(left / 60), left % 60];
  return (
    <span role="timer" className="numeric">
      {left === 0 ? (
        <Trans>Bây giờ bạn có thể thử lại.</Trans>
      ) : minutes === 0 ? (
        <Plural value={seconds} one="Thử lại được sau # giây." other="Thử lại được sau # giây." />
      ) : (
        <Trans>
          Thử lại được sau <Plural value={minutes} one="# phút" other="# phút" /> <Plural value={seconds} one="# giây" other="# giây" />.
        </Trans>
      )}
    </span>
  );
}
