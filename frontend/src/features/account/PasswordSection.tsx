import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type FormEvent } from 'react';
import { NewPasswordField, useConfirmedMutation } from '@/features/credentials';
import { formatDateTime } from '@/i18n/format';
import { Button } from '@/ui/Button';
import styles from './Account.module.css';
import { ChangePasswordDocument, type AccountCredentialsFragment } from './account.gql';
import { AccountSection, Disclosure, OutcomeNotice } from './parts';
import { useOutcome } from './useOutcome';

export type Credentials = NonNullable<AccountCredentialsFragment['credentials']>;

export const hasSecondFactor = ({ totpEnabledAt, passkeys }: { totpEnabledAt: string | null; passkeys: readonly unknown[] }) => totpEnabledAt !== null || passkeys.length > 0;

export function PasswordSection({ email, credentials }: { email: string; credentials: Credentials }) {
  const { t } = useLingui();
  const outcome = useOutcome();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const [{ fetching }, change] = useConfirmedMutation(ChangePasswordDocument);
  const { passwordChangedAt } = credentials;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (typed === '') return outcome.remark({ field: 'password', message: t`Hãy nhập mật khẩu mới` });
    const { data, error } = await change({ input: { password: typed } });
    if (data) {
      setOpen(false);
      setTyped('');
      outcome.succeed(t`Đã đổi mật khẩu. Mọi thiết bị khác đã bị đăng xuất.`);
    } else if (error) outcome.refuse(error);
  };

  return (
    <AccountSection id="mat-khau" title={<Trans>Mật khẩu</Trans>}>
      <p>
        {passwordChangedAt ? <Trans>Đổi lần cuối lúc {formatDateTime(passwordChangedAt)}.</Trans> : <Trans>Bạn chưa đặt mật khẩu; bạn đăng nhập bằng cách khác.</Trans>}
      </p>
      <OutcomeNotice outcome={outcome} prefix="change." />
      <Disclosure
        open={open}
        onToggle={() => setOpen(!open)}
        label={passwordChangedAt ? <Trans>Đổi mật khẩu</Trans> : <Trans>Đặt mật khẩu</Trans>}
        close={<Trans>Đóng lại</Trans>}
      >
        <form className={styles['form']} onSubmit={(event) => void submit(event)} noValidate>
          {/* For password managers: whose password it is. */}
          <input type="text" autoComplete="username" value={email} readOnly hidden />
          <NewPasswordField
            id="change.password"
            label={<Trans>Mật khẩu mới</Trans>}
            hint={
              hasSecondFactor(credentials) ? (
                <Trans>Ít nhất 8 ký tự, vì bạn có bước xác thực thứ hai. Một câu dễ nhớ là tốt nhất.</Trans>
              ) : (
                <Trans>Ít nhất 15 ký tự. Một câu dễ nhớ là tốt nhất; dấu cách và dấu tiếng Việt đều dùng được.</Trans>
              )
            }
            typed={typed}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            error={outcome.messageOf('password')}
          />
          <div>
            <Button type="submit" tone="primary" busy={fetching}>
              {fetching ? <Trans>Đang lưu…</Trans> : <Trans>Lưu mật khẩu mới</Trans>}
            </Button>
          </div>
        </form>
      </Disclosure>
    </AccountSection>
  );
}
