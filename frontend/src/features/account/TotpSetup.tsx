import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useState, type FormEvent } from 'react';
import { appError, describe } from '@/app/errors';
import { CopyButton, useConfirmedMutation } from '@/features/credentials';
import { Button } from '@/ui/Button';
import { ErrorState } from '@/ui/ErrorState';
import { TextField } from '@/ui/Field';
import { Row } from '@/ui/Panel';
import { Skeleton } from '@/ui/Skeleton';
import styles from './Account.module.css';
import { BeginTotpDocument, EnableTotpDocument, type BeginTotpMutation } from './account.gql';
import { OutcomeNotice } from './parts';
import { useOutcome } from './useOutcome';

/** In fours, so that it can be typed: "ABCD EFGH". */
export const inFours = (text: string) => text.replace(/(.{4})(?=.)/g, '$1 ');

/** The secret as a picture and as text, then the first code that proves that the app has it. */
export function TotpSetup({ onEnabled }: { onEnabled: (codes: string[]) => void }) {
  const { t, i18n } = useLingui();
  const outcome = useOutcome();
  const [{ error, fetching: beginning }, begin] = useConfirmedMutation(BeginTotpDocument);
  const [{ fetching }, enable] = useConfirmedMutation(EnableTotpDocument);
  const [begun, setBegun] = useState<BeginTotpMutation['beginTotp'] | null>(null);
  const [code, setCode] = useState('');

  const start = async () => {
    const { data } = await begin({});
    if (data) setBegun(data.beginTotp);
  };
  useEffect(() => {
    void start();
    // eslint-disable-next-line react/exhaustive-deps -- once: every start makes another secret
  }, []);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (code.trim() === '') return outcome.remark({ field: 'code', message: t`Hãy nhập mã 6 chữ số mà ứng dụng đang hiện` });
    const result = await enable({ input: { code: code.trim() } });
    if (result.data) onEnabled(result.data.enableTotp.recoveryCodes);
    else if (result.error) outcome.refuse(result.error);
  };

  if (!begun) {
    return error ? <ErrorState message={describe(appError(error), i18n)} retry={() => void start()} retrying={beginning} /> : <Skeleton blocks={['14rem', '4rem']} />;
  }
  return (
    <form className={styles['form']} onSubmit={(event) => void submit(event)} noValidate>
      <OutcomeNotice outcome={outcome} prefix="totp." />
      <ol className={styles['steps']}>
        <li>
          <p>
            <Trans>Mở ứng dụng xác thực trên điện thoại, chọn thêm tài khoản, rồi quét mã này.</Trans>
          </p>
        </li>
      </ol>
      <div className={styles['scan']}>
        <img className={styles['qr']} src={`data:image/svg+xml,${encodeURIComponent(begun.qrSvg)}`} alt={t`Mã QR để quét bằng ứng dụng xác thực`} />
        <div className={styles['form']}>
          <p>
            <Trans>Không quét được? Hãy nhập khóa này vào ứng dụng:</Trans>
          </p>
          <code className={styles['secret']}>{inFours(begun.secret)}</code>
          <Row>
            <CopyButton text={begun.secret} />
            <a href={begun.url}>
              <Trans>Mở ứng dụng trên máy này</Trans>
            </a>
          </Row>
        </div>
      </div>
      <ol className={styles['steps']} start={2}>
        <li>
          <p>
            <Trans>Nhập mã 6 chữ số mà ứng dụng đang hiện.</Trans>
          </p>
        </li>
      </ol>
      <TextField
        id="totp.code"
        label={<Trans>Mã đầu tiên</Trans>}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={12}
        value={code}
        onChange={(event) => setCode(event.target.value)}
        error={outcome.messageOf('code')}
      />
      <div>
        <Button type="submit" tone="primary" busy={fetching}>
          {fetching ? <Trans>Đang kiểm tra…</Trans> : <Trans>Bật bước xác thực thứ hai</Trans>}
        </Button>
      </div>
    </form>
  );
}
