import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { FormProvider, useForm, useWatch, type FieldErrors } from 'react-hook-form';
import { useMutation } from 'urql';
import { session } from '@/app/transport';
import { useServerErrors } from '@/app/useServerErrors';
import { Button } from '@/ui/Button';
import { ErrorSummary, type SummaryItem } from '@/ui/ErrorSummary';
import { Option, OptionGroup, TextField } from '@/ui/Field';
import { ExistingOrganization } from './ExistingOrganization';
import { NewOrganization } from './NewOrganization';
import { RegisterDocument } from './register.gql';
import { blank, registerInput, type Registration } from './registration';
import styles from './form.module.css';

/** The form's own remarks, in the order of its fields. */
function remarks(errors: FieldErrors<Registration>): SummaryItem[] {
  const { newOrganization: organization } = errors;
  const found: [string, { message?: string | undefined } | undefined][] = [
    ['name', errors.name],
    ['email', errors.email],
    ['password', errors.password],
    ['organizationId', errors.organizationId],
    ['newOrganization.kind', organization?.kind],
    ['newOrganization.legalName.vi', organization?.legalName?.vi],
  ];
  return found.flatMap(([field, error]) => (error?.message ? [{ field, message: error.message }] : []));
}

export function RegisterForm({ onDone }: { onDone: () => void }) {
  const { t } = useLingui();
  const [clientKey] = useState(() => crypto.randomUUID());
  const [attempt, setAttempt] = useState(0);
  const server = useServerErrors();
  const [{ fetching }, signUp] = useMutation(RegisterDocument);
  const form = useForm<Registration>({ defaultValues: blank, shouldFocusError: false, shouldUnregister: false });
  const { register, control, formState } = form;
  const membership = useWatch({ control, name: 'membership' });
  const own = remarks(formState.errors);
  const messageOf = (field: string) => own.find((item) => item.field === field)?.message ?? server.messageOf(field);
  const refused = () => setAttempt((count) => count + 1);

  const submit = form.handleSubmit(async (values) => {
    server.clear();
    const { data, error } = await signUp({ input: registerInput(values, clientKey) });
    if (data) {
      session.accept(data.register);
      onDone();
    } else if (error) {
      server.refuse(error);
      refused();
    }
  }, refused);

  return (
    <FormProvider {...form}>
      <form className={styles['form']} onSubmit={submit} noValidate>
        <ErrorSummary items={own.length > 0 ? own : server.items} attempt={attempt} />
        <fieldset className={styles['box']}>
          <legend>
            <Trans>Về bạn</Trans>
          </legend>
          <TextField
            id="name"
            label={<Trans>Họ và tên</Trans>}
            autoComplete="name"
            error={messageOf('name')}
            {...register('name', { required: t`Hãy nhập họ và tên` })}
          />
          <TextField
            id="email"
            type="email"
            label={<Trans>Thư điện tử</Trans>}
            hint={<Trans>Nên dùng địa chỉ công vụ hoặc của doanh nghiệp: xác thực sẽ nhanh hơn.</Trans>}
            autoComplete="email"
            spellCheck={false}
            error={messageOf('email')}
            {...register('email', { required: t`Hãy nhập thư điện tử` })}
          />
          <TextField
            id="password"
            type="password"
            label={<Trans>Mật khẩu</Trans>}
            hint={<Trans>Ít nhất 15 ký tự; một câu dễ nhớ là tốt nhất.</Trans>}
            autoComplete="new-password"
            error={messageOf('password')}
            {...register('password', { required: t`Hãy nhập mật khẩu` })}
          />
        </fieldset>
        <fieldset className={styles['box']}>
          <legend>
            <Trans>Về tổ chức của bạn</Trans>
          </legend>
          <OptionGroup id="membership" label={<Trans>Tổ chức đã có trên i-Forum chưa?</Trans>}>
            <Option type="radio" value="existing" {...register('membership')}>
              <Trans>Đã có: tôi xin tham gia</Trans>
            </Option>
            <Option type="radio" value="new" {...register('membership')}>
              <Trans>Chưa có: tôi khai mới</Trans>
            </Option>
          </OptionGroup>
          {membership === 'existing' ? (
            <ExistingOrganization error={messageOf('organizationId')} />
          ) : (
            <NewOrganization messageOf={messageOf} />
          )}
        </fieldset>
        <div className={styles['actions']}>
          <Button type="submit" tone="primary" busy={fetching}>
            {fetching ? <Trans>Đang đăng ký…</Trans> : <Trans>Đăng ký</Trans>}
          </Button>
        </div>
      </form>
    </FormProvider>
  );
}
