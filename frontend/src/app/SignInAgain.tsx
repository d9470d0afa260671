import { Trans } from '@lingui/react/macro';
import { Suspense, lazy } from 'react';
import { loadAccountMessages } from '@/i18n/activate';
import { Dialog } from '@/ui/Dialog';
import { useSession } from './SessionProvider';
import { session } from './transport';

const SignInForm = lazy(async () => {
  const [feature] = await Promise.all([import('@/features/session'), loadAccountMessages()]);
  return { default: feature.SignInForm };
});

/** The session ran out: sign in on top of the page, so that nothing typed below is lost. */
export function SignInAgain() {
  const { status, viewer } = useSession();
  const expired = status === 'expired';
  return (
    <Dialog open={expired} title={<Trans>Phiên làm việc đã hết</Trans>} onClose={() => session.state.status === 'expired' && session.forget()}>
      <p>
        <Trans>Những gì bạn đã nhập vẫn còn trên trang. Hãy đăng nhập lại rồi làm tiếp.</Trans>
      </p>
      <Suspense>{expired && <SignInForm email={viewer.email} onDone={() => undefined} />}</Suspense>
    </Dialog>
  );
}
