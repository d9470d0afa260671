import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { fold } from '@/i18n/fold';
import { formatDateTime } from '@/i18n/format';
import { Button, LinkButton } from '@/ui/Button';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorState } from '@/ui/ErrorState';
import { TextField } from '@/ui/Field';
import { Lead, Page, PageHead, Section, Stack } from '@/ui/Page';
import { PageHeading } from '@/ui/PageHeading';
import { Panel, Row } from '@/ui/Panel';
import { Skeleton } from '@/ui/Skeleton';
import { Fact, SummaryList } from '@/ui/SummaryList';
import { Clock } from './Clock';
import { Codes } from './Codes';
import styles from './Outbox.module.css';
import { fetchOutbox, type Letter, type Outbox } from './development';

/** In development mail goes nowhere: it is read here. */
export function OutboxPage({ letter }: { letter: string | undefined }) {
  const { t } = useLingui();
  const [outbox, setOutbox] = useState<Outbox | null>(null);
  const refresh = () => void fetchOutbox().then(setOutbox);
  useEffect(() => {
    let wanted = true;
    void fetchOutbox().then((answer) => wanted && setOutbox(answer));
    return () => {
      wanted = false;
    };
  }, []);

  return (
    <Page>
      <PageHead>
        <PageHeading title={t`Hộp thư thử nghiệm`}>
          <Trans>Hộp thư thử nghiệm</Trans>
        </PageHeading>
        <Lead>
          <Trans>Khi chạy thử, thư điện tử không đi đâu cả: mọi thư hệ thống đã viết đều đọc được ở đây, mới nhất trước.</Trans>
        </Lead>
      </PageHead>
      {outbox === null && <Skeleton />}
      {outbox?.kind === 'unreachable' && <ErrorState message={<Trans>Không tải được hộp thư. Hãy thử lại.</Trans>} retry={refresh} />}
      {outbox?.kind === 'production' && (
        <EmptyState
          title={<Trans>Máy chủ này không chạy thử nghiệm</Trans>}
          action={
            <LinkButton to="/">
              <Trans>Về trang chủ</Trans>
            </LinkButton>
          }
        >
          <Trans>Hộp thư và đồng hồ thử nghiệm chỉ có khi chạy trên máy phát triển. Ở đây, thư được gửi thật.</Trans>
        </EmptyState>
      )}
      {outbox?.kind === 'letters' && (
        <Stack>
          <Codes />
          <Clock onMoved={refresh} />
          <Letters letters={outbox.letters} chosen={letter} onRefresh={refresh} />
        </Stack>
      )}
    </Page>
  );
}

function Letters({ letters, chosen, onRefresh }: { letters: Letter[]; chosen: string | undefined; onRefresh: () => void }) {
  const { t } = useLingui();
  const [query, setQuery] = useState('');
  const found = letters.filter(({ toAddress, toName, subject }) => fold(`${toAddress} ${toName} ${subject}`).includes(fold(query.trim())));
  const letter = found.find(({ id }) => id === chosen) ?? found[0];
  return (
    <>
      <Row spread>
        <TextField label={<Trans>Tìm theo người nhận hoặc tiêu đề</Trans>} type="search" value={query} onChange={(event) => setQuery(event.target.value)} />
        <Button onClick={onRefresh}>
          <Trans>Tải lại</Trans>
        </Button>
      </Row>
      {letter ? (
        <div className={styles['layout']}>
          <nav aria-label={t`Thư`}>
            <ul className={styles['list']} role="list">
              {found.map((one) => (
                <li key={one.id}>
                  <Link to="/hop-thu" search={{ thu: one.id }} replace resetScroll={false} aria-current={one === letter ? 'true' : undefined}>
                    <span lang={one.locale === 'VI' ? 'vi' : 'en'}>{one.subject}</span>
                    <small>
                      {one.toAddress} · {formatDateTime(one.createdAt)}
                    </small>
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
          <Opened letter={letter} />
        </div>
      ) : (
        <EmptyState title={<Trans>Không có thư nào</Trans>}>
          <Trans>Hãy làm một bước mà người khác chờ: gửi duyệt, giới thiệu, nộp đề xuất. Thư được viết trong vài giây.</Trans>
        </EmptyState>
      )}
    </>
  );
}

function Opened({ letter }: { letter: Letter }) {
  const { t } = useLingui();
  const address = `/dev/outbox/${letter.id}.html`;
  const lang = letter.locale === 'VI' ? 'vi' : 'en';
  return (
    <Panel>
      <h2 lang={lang}>{letter.subject}</h2>
      <SummaryList>
        <Fact name={<Trans>Người nhận</Trans>}>
          {letter.toName} &lt;{letter.toAddress}&gt;
        </Fact>
        <Fact name={<Trans>Viết lúc</Trans>}>{formatDateTime(letter.createdAt)}</Fact>
        <Fact name="Message-ID">{letter.messageId}</Fact>
      </SummaryList>
      <iframe className={styles['frame']} title={t`Thư dạng HTML: ${letter.subject}`} src={address} sandbox="allow-top-navigation-by-user-activation allow-popups" />
      <div>
        <a href={address} target="_blank" rel="noreferrer">
          <Trans>Mở riêng bản HTML</Trans>
        </a>
      </div>
      <Section title={<Trans>Bản chữ thường</Trans>}>
        <pre className={styles['text']} lang={lang}>
          {letter.text}
        </pre>
      </Section>
    </Panel>
  );
}
