import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { FormProvider, useForm, type FieldErrors } from 'react-hook-form';
import { useMutation } from 'urql';
import { appError, hasCode } from '@/app/errors';
import { useServerErrors } from '@/app/useServerErrors';
import { NoLetter } from '@/features/recovery';
import { ErrorSummary, type SummaryItem } from '@/ui/ErrorSummary';
import { Lead, Page, PageHead, Stack } from '@/ui/Page';
import { PageHeading, expectFocusOnHeading } from '@/ui/PageHeading';
import { OrganizationStep } from './OrganizationStep';
import { PersonStep } from './PersonStep';
import { RequestRegistrationDocument } from './registration.gql';
import { blank, organizationChosen, registrationInput, stepOf, type Registration } from './registration';
import type { RegisterStep } from './search';
import styles from './Registration.module.css';

/** The form's own remarks, in the order of its fields. */
function remarks(errors: FieldErrors<Registration>): SummaryItem[] {
  const { newOrganization: organization } = errors;
  const found: [string, { message?: string | undefined } | undefined][] = [
    ['organizationId', errors.organizationId],
    ['newOrganization.kind', organization?.kind],
    ['newOrganization.legalName.vi', organization?.legalName?.vi],
    ['name', errors.name],
    ['email', errors.email],
  ];
  return found.flatMap(([field, error]) => (error?.message ? [{ field, message: error.message }] : []));
}

/** The organisation, then the person, then the letter; each has an address of its own, so that "back" goes a step back. */
export function RegisterForm({ step, known }: { step: RegisterStep | undefined; known: string }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [clientKey, setClientKey] = useState(() => crypto.randomUUID());
  const [attempt, setAttempt] = useState(0);
  const [sentTo, setSentTo] = useState<string | null>(null);
  const [similar, setSimilar] = useState(false);
  const server = useServerErrors();
  const [{ fetching }, request] = useMutation(RequestRegistrationDocument);
  const form = useForm<Registration>({ defaultValues: blank(known), shouldFocusError: false, shouldUnregister: false });
  const own = remarks(form.formState.errors);
  const messageOf = (field: string) => own.find((item) => item.field === field)?.message ?? server.messageOf(field);
  const raise = () => setAttempt((count) => count + 1);

  const show = (next: RegisterStep | undefined) => {
    expectFocusOnHeading();
    void navigate({ to: '/dang-ky', search: { buoc: next } });
  };
  const send = async (values: Registration) => {
    const { data, error } = await request({ input: registrationInput(values, clientKey) });
    if (data) {
      setSentTo(data.requestRegistration.email);
      // The next one is another letter.
      setClientKey(crypto.randomUUID());
    }
    return error ?? null;
  };

  // A page that is loaded anew has forgotten what was typed: it starts from the first step.
  const chosen = organizationChosen(form.getValues());
  const shown = step === 'da-gui' && sentTo !== null ? 'sent' : step && chosen ? 'person' : 'organization';

  const submit = form.handleSubmit(async (values) => {
    server.clear();
    if (shown === 'organization') return show('nguoi-dang-ky');
    const error = await send(values);
    if (!error) return show('da-gui');
    server.refuse(error);
    if (hasCode(error, 'NAME_SIMILAR')) setSimilar(true);
    raise();
    const refused = appError(error);
    // The summary has the focus and keeps it.
    if (refused.kind === 'refused' && refused.problems.some(({ field }) => stepOf(field) === 'organization')) void navigate({ to: '/dang-ky', search: {} });
  }, raise);

  if (shown === 'sent') {
    return (
      <Page narrow>
        <PageHead>
          <PageHeading key="sent" title={t`Kiểm tra hộp thư`}>
            <Trans>Kiểm tra hộp thư</Trans>
          </PageHeading>
          <Lead>
            <Trans>
              Một thư đang đến <strong>{sentTo}</strong>. Hãy mở liên kết trong thư để đặt mật khẩu và hoàn tất: liên kết dùng được một lần, trong 60 phút.
            </Trans>
          </Lead>
        </PageHead>
        <NoLetter
          onAgain={() => send(form.getValues())}
          onOtherAddress={() => show('nguoi-dang-ky')}
        >
          <li>
            <Trans>Nếu địa chỉ này đã có tài khoản, thư sẽ nói như vậy và không có liên kết đăng ký.</Trans>
          </li>
        </NoLetter>
      </Page>
    );
  }
  return (
    <Page narrow>
      <PageHead>
        <p className={styles['progress']}>{shown === 'organization' ? <Trans>Bước 1 trên 2</Trans> : <Trans>Bước 2 trên 2</Trans>}</p>
        {shown === 'organization' ? (
          <>
            <PageHeading key="organization" title={t`Đăng ký`}>
              <Trans>Tham gia Liên minh</Trans>
            </PageHeading>
            <Lead>
              <Trans>Khoảng ba phút. Bạn cần mã số thuế nếu tổ chức của bạn chưa có ở đây.</Trans>
            </Lead>
          </>
        ) : (
          <>
            <PageHeading key="person" title={t`Đăng ký: về bạn`}>
              <Trans>Bạn là ai?</Trans>
            </PageHeading>
            <Lead>
              <Trans>Chúng tôi gửi một thư đến địa chỉ của bạn; mật khẩu được đặt từ liên kết trong thư. Trước đó chưa có tài khoản nào được tạo.</Trans>
            </Lead>
          </>
        )}
      </PageHead>
      <Stack>
        <FormProvider {...form}>
          <form className={styles['form']} onSubmit={submit} noValidate>
            <ErrorSummary items={own.length > 0 ? own : server.items} attempt={attempt} />
            {shown === 'organization' ? <OrganizationStep messageOf={messageOf} similar={similar} /> : <PersonStep messageOf={messageOf} busy={fetching} onBack={() => show(undefined)} />}
          </form>
        </FormProvider>
        <p>
          <Trans>
            Đã có tài khoản? <Link to="/dang-nhap">Đăng nhập</Link>
          </Trans>
        </p>
      </Stack>
    </Page>
  );
}
