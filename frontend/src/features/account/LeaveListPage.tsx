import type { MessageDescriptor } from '@lingui/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { consentPurposeLabels } from '@/i18n/accountLabels';
import { Button, LinkButton } from '@/ui/Button';
import { ErrorState } from '@/ui/ErrorState';
import { Lead, Page, PageHead, Stack } from '@/ui/Page';
import { PageHeading, expectFocusOnHeading } from '@/ui/PageHeading';
import { leaveList, listOf } from './lists';

/** Where the foot of a newsletter leads: one button, without signing in. */
export function LeaveListPage({ token }: { token: string }) {
  const { t, i18n } = useLingui();
  const [state, setState] = useState<'asking' | 'busy' | 'left' | 'unknown' | 'failed'>('asking');
  const label: MessageDescriptor | undefined = consentPurposeLabels[listOf(token) ?? 'WEEKLY_DIGEST'];
  const name = listOf(token) && label ? i18n._(label) : t`Thư này`;

  const leave = async () => {
    setState('busy');
    const outcome = await leaveList(token);
    if (outcome !== 'failed') expectFocusOnHeading();
    setState(outcome);
  };

  if (state === 'left') {
    return (
      <Page narrow>
        <PageHead>
          <PageHeading key="left" title={t`Đã thôi nhận`}>
            <Trans>Bạn sẽ không nhận nữa</Trans>
          </PageHeading>
          <Lead>
            <Trans>“{name}” không gửi đến bạn nữa. Thư về công việc của bạn trên i-Forum vẫn đến.</Trans>
          </Lead>
        </PageHead>
        <LinkButton to="/tai-khoan" hash="dong-y">
          <Trans>Xem những điều bạn đồng ý</Trans>
        </LinkButton>
      </Page>
    );
  }
  if (state === 'unknown') {
    return (
      <Page narrow>
        <PageHead>
          <PageHeading key="unknown" title={t`Liên kết không đúng`}>
            <Trans>Liên kết không đúng</Trans>
          </PageHeading>
          <Lead>
            <Trans>Có thể địa chỉ bị cắt mất một phần. Hãy mở lại từ thư, hoặc đăng nhập để thôi nhận.</Trans>
          </Lead>
        </PageHead>
        <LinkButton to="/tai-khoan" hash="dong-y">
          <Trans>Xem những điều bạn đồng ý</Trans>
        </LinkButton>
      </Page>
    );
  }
  return (
    <Page narrow>
      <PageHead>
        <PageHeading key="ask" title={t`Thôi nhận thư`}>
          <Trans>Thôi nhận thư này?</Trans>
        </PageHeading>
        <Lead>
          <Trans>“{name}” sẽ không gửi đến bạn nữa. Bạn có thể đồng ý lại bất cứ lúc nào ở trang tài khoản.</Trans>
        </Lead>
      </PageHead>
      <Stack>
        {state === 'failed' && <ErrorState message={<Trans>Chưa thôi nhận được. Hãy thử lại.</Trans>} />}
        <div>
          <Button tone="primary" busy={state === 'busy'} onClick={() => void leave()}>
            {state === 'busy' ? <Trans>Đang ghi nhận…</Trans> : <Trans>Không gửi cho tôi nữa</Trans>}
          </Button>
        </div>
      </Stack>
    </Page>
  );
}
