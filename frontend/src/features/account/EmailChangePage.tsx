import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useMutation } from 'urql';
import { hasCode } from '@/app/errors';
import { useFragment } from '@/app/fragment';
import { useSession } from '@/app/SessionProvider';
import { session } from '@/app/transport';
import { LinkOver } from '@/features/recovery';
import { Button, LinkButton } from '@/ui/Button';
import { Lead, Page, PageHead, Stack } from '@/ui/Page';
import { PageHeading, expectFocusOnHeading } from '@/ui/PageHeading';
import { Agreements } from './Agreements';
import { ConfirmEmailChangeDocument, type ConfirmEmailChangeMutation } from './account.gql';
import { OutcomeNotice } from './parts';
import { useOutcome } from './useOutcome';

/** Where the letters to the old and the new address lead. */
export function EmailChangePage() {
  const token = useFragment();
  return <EmailChange key={token} token={token} />;
}

function EmailChange({ token }: { token: string }) {
  const { t } = useLingui();
  const { viewer } = useSession();
  const outcome = useOutcome();
  const [over, setOver] = useState(token === '');
  const [state, setState] = useState<ConfirmEmailChangeMutation['confirmEmailChange'] | null>(null);
  const [{ fetching }, agree] = useMutation(ConfirmEmailChangeDocument);

  const press = async () => {
    outcome.clear();
    const { data, error } = await agree({ input: { token } });
    if (data) {
      expectFocusOnHeading();
      setState(data.confirmEmailChange);
      // The address belongs to the session too.
      if (data.confirmEmailChange.changed && viewer) void session.renew().catch(() => undefined);
    } else if (hasCode(error, 'LINK_INVALID', 'NOT_FOUND')) {
      expectFocusOnHeading();
      setOver(true);
    } else if (error) outcome.refuse(error);
  };

  const onward = viewer ? (
    <LinkButton to="/tai-khoan" hash="dia-chi">
      <Trans>Xem tài khoản và bảo mật</Trans>
    </LinkButton>
  ) : (
    <LinkButton to="/dang-nhap" search={{ tiep: '/tai-khoan' }}>
      <Trans>Đăng nhập</Trans>
    </LinkButton>
  );

  if (over) {
    return (
      <LinkOver
        without={token === ''}
        what={<Trans>Địa chỉ chưa thay đổi bằng liên kết này</Trans>}
        action={onward}
      >
        <Trans>Mỗi liên kết dùng được một lần, trong 60 phút, và chỉ khi việc đổi địa chỉ chưa bị bỏ. Nếu vẫn muốn đổi, hãy yêu cầu lại ở trang Tài khoản và bảo mật.</Trans>
      </LinkOver>
    );
  }
  if (state) {
    return (
      <Page narrow>
        <PageHead>
          <PageHeading key="done" title={state.changed ? t`Đã đổi địa chỉ` : t`Đã ghi nhận`}>
            {state.changed ? <Trans>Đã đổi địa chỉ thư điện tử</Trans> : <Trans>Đã ghi nhận bạn đồng ý</Trans>}
          </PageHeading>
          <Lead>
            {state.changed ? (
              <Trans>Từ nay bạn đăng nhập và nhận thư ở địa chỉ mới.</Trans>
            ) : state.oldConfirmed ? (
              <Trans>Còn chờ địa chỉ mới: hãy mở thư gửi đến địa chỉ mới và đồng ý ở đó.</Trans>
            ) : (
              <Trans>Còn chờ địa chỉ hiện tại: hãy mở thư gửi đến địa chỉ hiện tại và đồng ý ở đó.</Trans>
            )}
          </Lead>
        </PageHead>
        <Stack>
          {!state.changed && <Agreements old={state.oldConfirmed} fresh={state.newConfirmed} />}
          <div>{onward}</div>
        </Stack>
      </Page>
    );
  }
  return (
    <Page narrow>
      <PageHead>
        <PageHeading key="ask" title={t`Đổi địa chỉ thư điện tử`}>
          <Trans>Đổi địa chỉ thư điện tử</Trans>
        </PageHeading>
        <Lead>
          <Trans>Thư đã nói địa chỉ nào thay địa chỉ nào. Nếu đó là ý của bạn, hãy bấm nút; nếu không, hãy đóng trang này.</Trans>
        </Lead>
      </PageHead>
      <Stack>
        <OutcomeNotice outcome={outcome} />
        <div>
          <Button tone="primary" busy={fetching} onClick={() => void press()}>
            {fetching ? <Trans>Đang ghi nhận…</Trans> : <Trans>Tôi đồng ý đổi</Trans>}
          </Button>
        </div>
      </Stack>
    </Page>
  );
}
