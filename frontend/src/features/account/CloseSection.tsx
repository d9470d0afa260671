import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { session } from '@/app/transport';
import { useConfirmedMutation } from '@/features/credentials';
import { Button } from '@/ui/Button';
import { TextField } from '@/ui/Field';
import { Prose } from '@/ui/Page';
import { Notice } from '@/ui/Panel';
import styles from './Account.module.css';
import { CloseAccountDocument } from './account.gql';
import { AccountSection, Disclosure, OutcomeNotice } from './parts';
import { useOutcome } from './useOutcome';

/** For ever, so the address has to be typed. */
export function CloseSection({ email }: { email: string }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const outcome = useOutcome();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const [{ fetching }, close] = useConfirmedMutation(CloseAccountDocument);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (typed.trim().toLowerCase() !== email.toLowerCase()) return outcome.remark({ field: 'email', message: t`Hãy nhập đúng địa chỉ của tài khoản: ${email}` });
    const { data, error } = await close({});
    if (error) return outcome.refuse(error);
    if (!data) return;
    session.forget();
    await navigate({ to: '/dang-xuat', search: { vi: 'dong-tai-khoan' } });
  };

  return (
    <AccountSection id="dong-tai-khoan" title={<Trans>Đóng tài khoản</Trans>}>
      <p>
        <Trans>Vĩnh viễn, không mở lại được. Nên tải dữ liệu của bạn trước.</Trans>
      </p>
      <OutcomeNotice outcome={outcome} prefix="close." />
      <Disclosure open={open} onToggle={() => setOpen(!open)} label={<Trans>Tôi muốn đóng tài khoản</Trans>} close={<Trans>Thôi không đóng nữa</Trans>}>
        <form className={styles['form']} onSubmit={(event) => void submit(event)} noValidate>
          <Prose>
            <h3>
              <Trans>Những gì mất đi</Trans>
            </h3>
            <ul>
              <li>
                <Trans>Tên, địa chỉ thư điện tử và hồ sơ của bạn</Trans>
              </li>
              <li>
                <Trans>Mật khẩu, khóa truy cập, mã truy cập; mọi thiết bị bị đăng xuất</Trans>
              </li>
              <li>
                <Trans>Việc bạn thuộc các tổ chức; thư hệ thống đã gửi cho bạn</Trans>
              </li>
            </ul>
            <h3>
              <Trans>Những gì còn lại, không nêu tên bạn</Trans>
            </h3>
            <ul>
              <li>
                <Trans>Tin đăng và đề xuất của tổ chức: chúng thuộc về tổ chức</Trans>
              </li>
              <li>
                <Trans>Nhật ký các quyết định, vì người khác dựa vào đó</Trans>
              </li>
            </ul>
          </Prose>
          <Notice tone="warning">
            <p>
              <Trans>Nếu bạn là chủ quản duy nhất của một tổ chức còn người khác, hãy chuyển quyền chủ quản trước.</Trans>
            </p>
          </Notice>
          <TextField
            id="close.email"
            type="email"
            label={<Trans>Nhập địa chỉ thư điện tử của bạn để xác nhận</Trans>}
            hint={email}
            autoComplete="off"
            spellCheck={false}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            error={outcome.messageOf('email')}
          />
          <div>
            <Button type="submit" tone="danger" busy={fetching}>
              {fetching ? <Trans>Đang đóng…</Trans> : <Trans>Đóng tài khoản vĩnh viễn</Trans>}
            </Button>
          </div>
        </form>
      </Disclosure>
    </AccountSection>
  );
}
