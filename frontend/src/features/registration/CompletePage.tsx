import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { useMutation, useQuery } from 'urql';
import { Answer } from '@/app/Answer';
import { hasCode } from '@/app/errors';
import { useFragment } from '@/app/fragment';
import { useSession } from '@/app/SessionProvider';
import { session } from '@/app/transport';
import { useServerErrors } from '@/app/useServerErrors';
import { NewPasswordField } from '@/features/credentials';
import { LinkOver } from '@/features/recovery';
import { localized } from '@/i18n/bilingual';
import { Button, LinkButton } from '@/ui/Button';
import { ErrorSummary } from '@/ui/ErrorSummary';
import { Lead, Page, PageHead, Stack } from '@/ui/Page';
import { PageHeading, expectFocusOnHeading } from '@/ui/PageHeading';
import { Notice } from '@/ui/Panel';
import { Skeleton } from '@/ui/Skeleton';
import { Fact, SummaryList } from '@/ui/SummaryList';
import { CompleteRegistrationDocument, RegistrationOfLetterDocument, type RegistrationOfLetterQuery } from './registration.gql';

/** Where the letter leads. Looking uses nothing up: the account is made when the button is pressed. */
export function CompletePage() {
  const token = useFragment();
  return <Complete key={token} token={token} />;
}

function Complete({ token }: { token: string }) {
  const [state, setState] = useState<'open' | 'over' | 'done'>('open');
  const [result, retry] = useQuery({ query: RegistrationOfLetterDocument, variables: { token }, pause: token === '' || state !== 'open' });
  // The way to the desk: signing in has emptied the cache, and the link is used.
  if (state === 'done') {
    return (
      <Page narrow>
        <Skeleton />
      </Page>
    );
  }
  if (token === '' || state === 'over' || hasCode(result.error, 'LINK_INVALID', 'NOT_FOUND')) return <Over without={token === ''} />;
  if (result.data) {
    return (
      <Password
        token={token}
        registration={result.data.registration}
        onOver={() => {
          expectFocusOnHeading();
          setState('over');
        }}
        onDone={() => setState('done')}
      />
    );
  }
  return (
    <Page narrow>
      <Answer result={result} retry={retry}>
        {() => null}
      </Answer>
    </Page>
  );
}

function Over({ without }: { without: boolean }) {
  return (
    <LinkOver
      without={without}
      what={<Trans>Chưa có gì được tạo hay thay đổi</Trans>}
      action={
        <LinkButton to="/dang-ky" tone="primary" search={{}}>
          <Trans>Đăng ký lại</Trans>
        </LinkButton>
      }
    >
      <Trans>
        Liên kết đăng ký dùng được một lần, trong 60 phút; liên kết mới hơn thay thế liên kết cũ. Nếu vẫn còn hạn, hãy mở lại từ thư. Nếu bạn đã đặt mật khẩu rồi, hãy{' '}
        <Link to="/dang-nhap">đăng nhập</Link>.
      </Trans>
    </LinkOver>
  );
}

interface Props {
  token: string;
  registration: RegistrationOfLetterQuery['registration'];
  onOver: () => void;
  onDone: () => void;
}

function Password({ token, registration, onOver, onDone }: Props) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { viewer } = useSession();
  const { name, email, organization, newOrganizationName } = registration;
  const organizationName = localized(organization?.legalName ?? newOrganizationName ?? { vi: null, en: null }).text;
  const [attempt, setAttempt] = useState(0);
  const server = useServerErrors();
  const [{ fetching }, complete] = useMutation(CompleteRegistrationDocument);
  const { register, handleSubmit, control, formState } = useForm({ defaultValues: { password: '' }, shouldFocusError: false });
  const typed = useWatch({ control, name: 'password' });
  const own = formState.errors.password?.message;
  const raise = () => setAttempt((count) => count + 1);

  const submit = handleSubmit(async ({ password }) => {
    server.clear();
    const { data, error } = await complete({ input: { token, password } });
    if (data) {
      onDone();
      session.accept(data.completeRegistration);
      void navigate({ to: '/ban-lam-viec' });
    } else if (hasCode(error, 'LINK_INVALID')) onOver();
    else if (error) {
      server.refuse(error);
      raise();
    }
  }, raise);

  return (
    <Page narrow>
      <PageHead>
        <PageHeading key="form" title={t`Hoàn tất đăng ký`}>
          <Trans>Hoàn tất đăng ký</Trans>
        </PageHeading>
        <Lead>
          <Trans>Hãy xem lại thông tin, rồi đặt mật khẩu. Tài khoản được tạo khi bạn bấm nút.</Trans>
        </Lead>
      </PageHead>
      <Stack>
        {viewer && (
          <Notice>
            <p>
              <Trans>Trình duyệt này đang đăng nhập bằng {viewer.email}. Hoàn tất xong, nó chuyển sang tài khoản mới.</Trans>
            </p>
          </Notice>
        )}
        <SummaryList>
          <Fact name={<Trans>Họ và tên</Trans>}>{name}</Fact>
          <Fact name={<Trans>Thư điện tử</Trans>}>{email}</Fact>
          <Fact name={organization ? <Trans>Sẽ tham gia</Trans> : <Trans>Tổ chức mới</Trans>}>{organizationName}</Fact>
        </SummaryList>
        <form onSubmit={submit} noValidate>
          <Stack>
            <ErrorSummary items={own ? [{ field: 'password', message: own }] : server.items} attempt={attempt} />
            {/* For password managers: whose password it is. */}
            <input type="text" autoComplete="username" value={email} readOnly hidden />
            <NewPasswordField
              {...register('password', { required: t`Hãy nhập mật khẩu` })}
              id="password"
              label={<Trans>Mật khẩu</Trans>}
              hint={<Trans>Ít nhất 15 ký tự. Một câu dễ nhớ là tốt nhất; dấu cách và dấu tiếng Việt đều dùng được.</Trans>}
              typed={typed}
              whose={{ name, email, organization: organizationName }}
              error={own ?? server.messageOf('password')}
            />
            <div>
              <Button type="submit" tone="primary" busy={fetching}>
                {fetching ? <Trans>Đang tạo tài khoản…</Trans> : <Trans>Tạo tài khoản và đăng nhập</Trans>}
              </Button>
            </div>
          </Stack>
        </form>
      </Stack>
    </Page>
  );
}
