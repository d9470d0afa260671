import { Trans, useLingui } from '@lingui/react/macro';
import { useFormContext } from 'react-hook-form';
import { localeLabels } from '@/i18n/accountLabels';
import { valuesOf } from '@/i18n/labels';
import { Button } from '@/ui/Button';
import { Option, OptionGroup, TextField } from '@/ui/Field';
import { Panel, Row, Soft } from '@/ui/Panel';
import { organizationNameOf, type Registration } from './registration';
import styles from './Registration.module.css';

interface Props {
  messageOf: (field: string) => string | undefined;
  busy: boolean;
  onBack: () => void;
}

/** Then who does it. The password is chosen by whoever opens the letter. */
export function PersonStep({ messageOf, busy, onBack }: Props) {
  const { t, i18n } = useLingui();
  const { register, getValues } = useFormContext<Registration>();
  const values = getValues();
  return (
    <>
      <Panel>
        <Row spread>
          <div>
            <Soft>{values.membership === 'existing' ? <Trans>Bạn xin tham gia</Trans> : <Trans>Bạn khai tổ chức mới</Trans>}</Soft>
            <p>
              <strong>{organizationNameOf(values)}</strong>
            </p>
          </div>
          <Button tone="quiet" onClick={onBack}>
            <Trans>
              Đổi<span className="visually-hidden"> tổ chức</span>
            </Trans>
          </Button>
        </Row>
      </Panel>
      <fieldset className={styles['box']}>
        <legend>
          <Trans>Về bạn</Trans>
        </legend>
        <TextField
          {...register('name', { required: t`Hãy nhập họ và tên` })}
          id="name"
          label={<Trans>Họ và tên</Trans>}
          hint={<Trans>Như người khác sẽ đọc thấy.</Trans>}
          autoComplete="name"
          error={messageOf('name')}
        />
        <TextField
          {...register('email', { required: t`Hãy nhập thư điện tử` })}
          id="email"
          type="email"
          label={<Trans>Thư điện tử</Trans>}
          hint={<Trans>Nên dùng địa chỉ công vụ hoặc của doanh nghiệp: xác thực sẽ nhanh hơn.</Trans>}
          autoComplete="email"
          spellCheck={false}
          error={messageOf('email')}
        />
        <OptionGroup id="locale" label={<Trans>Ngôn ngữ của thư điện tử</Trans>} error={messageOf('locale')}>
          {valuesOf(localeLabels).map((value) => (
            <Option key={value} type="radio" value={value} {...register('locale')}>
              {i18n._(localeLabels[value])}
            </Option>
          ))}
        </OptionGroup>
      </fieldset>
      <div className={styles['actions']}>
        <Button type="submit" tone="primary" busy={busy}>
          {busy ? <Trans>Đang gửi…</Trans> : <Trans>Gửi thư xác nhận</Trans>}
        </Button>
        <Button tone="quiet" onClick={onBack}>
          <Trans>Quay lại</Trans>
        </Button>
      </div>
    </>
  );
}
