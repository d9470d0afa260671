import { Trans } from '@lingui/react/macro';
import { useLocation } from '@tanstack/react-router';
import { Suspense, lazy, useState } from 'react';
import { useSession } from '@/app/SessionProvider';
import { loadAccountMessages } from '@/i18n/activate';
import { Button, LinkButton } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { Stack } from '@/ui/Page';
import type { SearchAddress } from './search';

/** Only signed-in people fetch the form. */
const SaveForm = lazy(async () => {
  const [{ SaveForm: component }] = await Promise.all([import('./SaveForm'), loadAccountMessages()]);
  return { default: component };
});

export function SaveSearch({ address }: { address: SearchAddress }) {
  const { viewer } = useSession();
  const here = useLocation({ select: ({ href }) => href });
  const [open, setOpen] = useState(false);
  return (
    <>
      <span className="no-print">
        <Button onClick={() => setOpen(true)}>
          <Trans>Lưu tìm kiếm này</Trans>
        </Button>
      </span>
      <Dialog open={open} title={<Trans>Lưu tìm kiếm</Trans>} onClose={() => setOpen(false)}>
        {viewer ? (
          <Suspense>
            <SaveForm address={address} onClose={() => setOpen(false)} />
          </Suspense>
        ) : (
          <Stack>
            <p>
              <Trans>Khi đã đăng nhập, bạn lưu được tìm kiếm này để mở lại bằng một lần bấm, và nhận thư khi có kết quả mới.</Trans>
            </p>
            <LinkButton to="/dang-nhap" search={{ tiep: here }} tone="primary">
              <Trans>Đăng nhập để lưu</Trans>
            </LinkButton>
          </Stack>
        )}
      </Dialog>
    </>
  );
}
