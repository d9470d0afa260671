import { Plural, Trans } from '@lingui/react/macro';
import { useServerTime } from '@/app/serverClock';
import { formatDateTime } from '@/i18n/format';
import { Notice } from '@/ui/Panel';
import { timeLeft } from './deadline';

/** The deadline, absolute and relative, by the server's clock. */
export function Countdown({ closesAt }: { closesAt: string | null }) {
  const now = useServerTime(closesAt);
  if (!closesAt) return null;
  const { days, hours, minutes, pace } = timeLeft(closesAt, now);
  return (
    <Notice tone={pace === 'calm' ? 'accent' : pace === 'soon' ? 'warning' : 'danger'}>
      <p>
        <strong>
          {pace === 'over' ? (
            <Trans>Đã hết hạn nộp</Trans>
          ) : days > 0 ? (
            <Trans>
              Còn <Plural value={days} one="# ngày" other="# ngày" /> <Plural value={hours} one="# giờ" other="# giờ" />
            </Trans>
          ) : hours > 0 ? (
            <Trans>
              Còn <Plural value={hours} one="# giờ" other="# giờ" /> <Plural value={minutes} one="# phút" other="# phút" />
            </Trans>
          ) : minutes > 0 ? (
            <Plural value={minutes} one="Còn # phút" other="Còn # phút" />
          ) : (
            <Trans>Còn chưa đến một phút</Trans>
          )}
        </strong>
      </p>
      <p>
        <Trans>Hạn nộp {formatDateTime(closesAt)} (giờ Việt Nam, theo đồng hồ máy chủ)</Trans>
      </p>
    </Notice>
  );
}
