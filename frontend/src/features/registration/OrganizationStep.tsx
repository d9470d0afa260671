import { Trans } from '@lingui/react/macro';
import { useFormContext, useWatch } from 'react-hook-form';
import { Button } from '@/ui/Button';
import { Option, OptionGroup } from '@/ui/Field';
import { ExistingOrganization } from './ExistingOrganization';
import { NewOrganization } from './NewOrganization';
import type { Registration } from './registration';
import styles from './Registration.module.css';

interface Props {
  messageOf: (field: string) => string | undefined;
  similar: boolean;
}

/** First whose work it is: an organisation that is here already, or a new one. */
export function OrganizationStep({ messageOf, similar }: Props) {
  const { register } = useFormContext<Registration>();
  const membership = useWatch<Registration, 'membership'>({ name: 'membership' });
  return (
    <>
      <fieldset className={styles['box']}>
        <legend>
          <Trans>Tổ chức của bạn</Trans>
        </legend>
        <OptionGroup id="membership" label={<Trans>Tổ chức đã có trên i-Forum chưa?</Trans>}>
          <Option type="radio" value="existing" {...register('membership')}>
            <Trans>Đã có: tôi xin tham gia</Trans>
          </Option>
          <Option type="radio" value="new" {...register('membership')}>
            <Trans>Chưa có: tôi khai mới</Trans>
          </Option>
        </OptionGroup>
        {membership === 'existing' ? <ExistingOrganization error={messageOf('organizationId')} /> : <NewOrganization messageOf={messageOf} similar={similar} />}
      </fieldset>
      <div className={styles['actions']}>
        <Button type="submit" tone="primary">
          <Trans>Tiếp tục</Trans>
        </Button>
      </div>
    </>
  );
}
