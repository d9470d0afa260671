import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useRouter } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useQuery } from 'urql';
import { appError, describe } from '@/app/errors';
import { fieldsOf, useFragment } from '@/app/fragment';
import { session } from '@/app/transport';
import { Lead, Page, PageHead, Stack } from '@/ui/Page';
import { PageHeading } from '@/ui/PageHeading';
import { Notice } from '@/ui/Panel';
import { Skeleton } from '@/ui/Skeleton';
import { SignInForm } from './SignInForm';
import { addressAfter, keepNext, takeNext } from './next';
import { WaitingChallengeDocument } from './sign-in.gql';

/** What another provider sent the reader back with. */
function arrivalOf(fragment: string) {
  const fields = fieldsOf(fragment);
  return { done: fields.has('xong'), challenge: fields.get('buoc-hai') ?? '', failed: fields.get('loi') === 'nha-cung-cap' };
}

export function SignInPage({ next }: { next: string | undefined }) {
  const { t } = useLingui();
  const router = useRouter();
  const arrival = arrivalOf(useFragment());
  const go = () => router.history.push(addressAfter(next ?? takeNext()));
  return (
    <Page narrow>
      <PageHead>
        <PageHeading title={t`Đăng nhập`}>
          <Trans>Đăng nhập</Trans>
        </PageHeading>
        <Lead>
          {next ? (
            <Trans>Trang bạn muốn mở dành cho người đã đăng nhập.</Trans>
          ) : (
            <Trans>Dành cho cán bộ địa phương, doanh nghiệp, nhà khoa học và người của Liên minh.</Trans>
          )}
        </Lead>
      </PageHead>
      <Stack>
        {arrival.done ? (
          <SignedInElsewhere onDone={go} onLeave={() => keepNext(next)} />
        ) : arrival.challenge ? (
          <Halfway challenge={arrival.challenge} onDone={go} onLeave={() => keepNext(next)} />
        ) : (
          <Ways failed={arrival.failed} onDone={go} onLeave={() => keepNext(next)} />
        )}
        <p>
          <Trans>
            Chưa có tài khoản? <Link to="/dang-ky">Đăng ký</Link>
          </Trans>
        </p>
      </Stack>
    </Page>
  );
}

interface Ends {
  onDone: () => void;
  onLeave: () => void;
}

function Ways({ failed = false, message, onDone, onLeave }: Ends & { failed?: boolean; message?: string }) {
  return (
    <>
      {(failed || message) && (
        <Notice tone="warning">
          <p role="alert">
            {message ?? <Trans>Chưa đăng nhập được qua nhà cung cấp kia. Hãy thử lại, hoặc đăng nhập bằng thư điện tử và mật khẩu.</Trans>}
          </p>
        </Notice>
      )}
      <SignInForm ownPage onDone={onDone} onLeave={onLeave}>
        <p>
          <Link to="/quen-mat-khau">
            <Trans>Quên mật khẩu?</Trans>
          </Link>
        </p>
      </SignInForm>
    </>
  );
}

/** The other provider signed the reader in; the cookie is there, the token is still to be fetched. */
function SignedInElsewhere(ends: Ends) {
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    void session
      .renew()
      .catch(() => false)
      .then((renewed) => (renewed ? ends.onDone() : setFailed(true)));
    // eslint-disable-next-line react/exhaustive-deps -- once
  }, []);
  return failed ? <Ways failed {...ends} /> : <Skeleton blocks={['2.875rem']} />;
}

/** The other provider said who it is; the second step of i-Forum's own is still to be made. */
function Halfway({ challenge, ...ends }: Ends & { challenge: string }) {
  const { i18n } = useLingui();
  const [{ data, error }] = useQuery({ query: WaitingChallengeDocument, variables: { challenge } });
  // Kept: once it is answered, the server knows it no more.
  const [asked, setAsked] = useState(data?.signInChallenge);
  if (!asked && data) setAsked(data.signInChallenge);
  if (asked) return <SignInForm ownPage waiting={asked} {...ends} />;
  return error ? <Ways message={describe(appError(error), i18n)} {...ends} /> : <Skeleton />;
}
