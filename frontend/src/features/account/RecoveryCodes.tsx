import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { saveFile } from '@/app/download';
import { useViewer } from '@/app/SessionProvider';
import { CopyButton } from '@/features/credentials';
import { formatDateTime } from '@/i18n/format';
import { Button } from '@/ui/Button';
import { Icon } from '@/ui/Icon';
import { Lead, Page, PageHead, Stack } from '@/ui/Page';
import { PageHeading } from '@/ui/PageHeading';
import { Notice, Row, Soft } from '@/ui/Panel';
import styles from './Account.module.css';

/** Shown once, alone on the page, so that it prints well and nothing else asks for attention. */
export function RecoveryCodes({ codes, onDone }: { codes: string[]; onDone: () => void }) {
  const { t } = useLingui();
  const { email } = useViewer();
  const [made] = useState(() => formatDateTime(new Date().toISOString()));
  const lines = [t`Mã khôi phục i-Forum Smart City`, email, made, t`Mỗi mã dùng được một lần.`, '', ...codes];
  return (
    <Page narrow>
      <PageHead>
        <PageHeading title={t`Mã khôi phục của bạn`}>
          <Trans>Mã khôi phục của bạn</Trans>
        </PageHeading>
        <Lead>
          <Trans>Khi mất điện thoại hoặc khóa truy cập, mỗi mã này thay cho bước thứ hai một lần.</Trans>
        </Lead>
      </PageHead>
      <Stack>
        <Notice tone="warning">
          <p>
            <Trans>Các mã chỉ hiện một lần, ngay lúc này. Hãy cất chúng ở nơi an toàn, không cùng chỗ với mật khẩu.</Trans>
          </p>
        </Notice>
        <Soft>
          {email} · {made}
        </Soft>
        <ul className={styles['codes']} role="list" aria-label={t`Mã khôi phục`}>
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
        <div className="no-print">
          <Row>
            <CopyButton text={codes.join('\n')} />
            {/* Carriage returns, because Windows' oldest editor wants them. */}
            <Button onClick={() => saveFile('i-forum-ma-khoi-phuc.txt', new Blob([lines.join('\r\n')], { type: 'text/plain;charset=utf-8' }))}>
              <Trans>Tải tệp .txt</Trans>
            </Button>
            <Button onClick={() => window.print()}>
              <Icon name="print" />
              <Trans>In</Trans>
            </Button>
          </Row>
        </div>
        <div className="no-print">
          <Button tone="primary" onClick={onDone}>
            <Trans>Tôi đã cất các mã này</Trans>
          </Button>
        </div>
      </Stack>
    </Page>
  );
}
