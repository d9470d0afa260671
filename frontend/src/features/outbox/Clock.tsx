import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { formatDateTime } from '@/i18n/format';
import { announce } from '@/ui/Announcer';
import { Button } from '@/ui/Button';
import { Section } from '@/ui/Page';
import { Panel, Row, Soft } from '@/ui/Panel';
import { advanceClock, fetchClock } from './development';

const hour = 3600;

/** The server's clock in development can be moved forward: to see deadlines pass. */
export function Clock({ onMoved }: { onMoved: () => void }) {
  const { t } = useLingui();
  const [now, setNow] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    void fetchClock().then(setNow);
  }, []);

  const move = async (seconds: number) => {
    const moved = await advanceClock(seconds);
    setFailed(moved === null);
    if (moved === null) return;
    setNow(moved);
    announce(t`Đồng hồ máy chủ: ${formatDateTime(moved)}`);
    onMoved();
  };

  return (
    <Panel>
      <Section title={<Trans>Đồng hồ của máy chủ</Trans>}>
        <Soft>
          <Trans>
            Khi thử nghiệm, bạn có thể đẩy đồng hồ của máy chủ tới trước để thấy hạn nộp trôi qua: nhu cầu đóng, đề xuất mở, thư được gửi. Đồng hồ không lùi lại được;
            khởi động lại máy chủ thì trở về giờ thật.
          </Trans>
        </Soft>
        <p>
          <strong className="numeric">{now ? formatDateTime(now) : '–'}</strong>
        </p>
        <Row>
          <Button onClick={() => void move(hour)}>
            <Trans>+1 giờ</Trans>
          </Button>
          <Button onClick={() => void move(24 * hour)}>
            <Trans>+1 ngày</Trans>
          </Button>
          <Button onClick={() => void move(7 * 24 * hour)}>
            <Trans>+7 ngày</Trans>
          </Button>
        </Row>
        {failed && (
          <p role="alert">
            <Trans>Không đẩy được đồng hồ. Hãy thử lại.</Trans>
          </p>
        )}
      </Section>
    </Panel>
  );
}
