import { Trans } from '@lingui/react/macro';
import { Suspense, lazy, useSyncExternalStore } from 'react';
import { Dialog } from '@/ui/Dialog';
import { Stack } from '@/ui/Page';
import { confirmation } from './confirmation';

const Form = lazy(() => import('./ConfirmIdentityForm').then(({ ConfirmIdentityForm }) => ({ default: ConfirmIdentityForm })));

/** On top of any signed-in page, whenever something there asks for a fresh proof of who it is. */
export function ConfirmIdentity() {
  const asking = useSyncExternalStore(confirmation.subscribe, () => confirmation.asking);
  return (
    <Dialog open={asking} title={<Trans>Xác nhận danh tính</Trans>} onClose={() => confirmation.settle(false)}>
      <Stack>
        <p>
          <Trans>Việc này liên quan đến an toàn của tài khoản, nên cần chắc chắn đó là bạn. Những gì bạn đã nhập vẫn còn; xác nhận xong, việc đang làm được tiếp tục.</Trans>
        </p>
        <Suspense>{asking && <Form />}</Suspense>
      </Stack>
    </Dialog>
  );
}
