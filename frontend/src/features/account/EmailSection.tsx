import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type FormEvent } from 'react';
import { useMutation } from 'urql';
import { useConfirmedMutation } from '@/features/credentials';
import { formatDateTime } from '@/i18n/format';
import { Button } from '@/ui/Button';
import { TextField } from '@/ui/Field';
import { Notice, Row, Soft } from '@/ui/Panel';
import styles from './Account.module.css';
import { Agreements } from './Agreements';
import { CancelEmailChangeDocument, RequestEmailChangeDocument, type AccountEmailChangeFragment } from './account.gql';
import { AccountSection, Disclosure, OutcomeNotice } from './parts';
import { useOutcome } from './useOutcome';

interface Props {
  email: string;
  change: AccountEmailChangeFragment['emailChange'];
}

/** The address changes only when both the old and the new one agree. */
export function EmailSection({ email, change }: Props) {
  const { t } = useLingui();
  const outcome = useOutcome();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const [{ fetching }, request] = useConfirmedMutation(RequestEmailChangeDocument);
  const [{ fetching: cancelling }, cancel] = useMutation(CancelEmailChangeDocument);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (typed.trim() === '') return outcome.remark({ field: 'email', message: t`Hãy nhập địa chỉ mới` });
    const { data, error } = await request({ input: { email: typed.trim() } });
    if (data) {
      setOpen(false);
      setTyped('');
      outcome.succeed(t`Đã gửi thư đến cả hai địa chỉ. Hãy mở liên kết trong từng thư để đồng ý.`);
    } else if (error) outcome.refuse(error);
  };
  const giveUp = async () => {
    const { error } = await cancel({});
    if (error) outcome.refuse(error);
    else outcome.succeed(t`Đã bỏ việc đổi địa chỉ.`);
  };

  return (
    <AccountSection id="dia-chi" title={<Trans>Địa chỉ thư điện tử</Trans>}>
      <p>
        <strong>{email}</strong>
      </p>
      <OutcomeNotice outcome={outcome} prefix="emailChange." />
      {change && (
        <Notice tone="warning">
          <p>
            <Trans>
              Đang đổi sang <strong>{change.newEmail}</strong>. Cả hai địa chỉ cần đồng ý trước {formatDateTime(change.expiresAt)}.
            </Trans>
          </p>
          <Agreements old={change.oldConfirmed} fresh={change.newConfirmed} />
          <Row>
            <Button busy={cancelling} onClick={() => void giveUp()}>
              <Trans>Thôi không đổi nữa</Trans>
            </Button>
          </Row>
        </Notice>
      )}
      <Disclosure open={open} onToggle={() => setOpen(!open)} label={<Trans>Đổi địa chỉ</Trans>} close={<Trans>Đóng lại</Trans>}>
        <form className={styles['form']} onSubmit={(event) => void submit(event)} noValidate>
          <Soft>
            <Trans>Chúng tôi gửi một thư đến địa chỉ hiện tại và một thư đến địa chỉ mới. Địa chỉ chỉ đổi khi bạn đồng ý ở cả hai, trong 60 phút.</Trans>
          </Soft>
          <TextField
            id="emailChange.email"
            type="email"
            label={<Trans>Địa chỉ mới</Trans>}
            autoComplete="email"
            spellCheck={false}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            error={outcome.messageOf('email')}
          />
          <div>
            <Button type="submit" tone="primary" busy={fetching}>
              {fetching ? <Trans>Đang gửi…</Trans> : <Trans>Gửi thư xác nhận</Trans>}
            </Button>
          </div>
        </form>
      </Disclosure>
    </AccountSection>
  );
}
