import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { Answer } from '@/app/Answer';
import { hasCode } from '@/app/errors';
import { useFragment } from '@/app/fragment';
import { LinkOver } from '@/features/recovery';
import { LinkButton } from '@/ui/Button';
import { Lead, Page, PageHead, Section, Stack } from '@/ui/Page';
import { PageHeading, expectFocusOnHeading } from '@/ui/PageHeading';
import { Panel, Soft } from '@/ui/Panel';
import { Skeleton } from '@/ui/Skeleton';
import { AppealForm } from './AppealForm';
import { DecisionFacts } from './DecisionFacts';
import { AppealByLinkDocument, DecisionByLinkDocument } from './appeals.gql';

/** Where the letter of somebody leads who is kept out and cannot sign in. */
export function AppealByLinkPage() {
  const token = useFragment();
  return <ByLink key={token} token={token} />;
}

function ByLink({ token }: { token: string }) {
  const { t } = useLingui();
  const [sent, setSent] = useState(false);
  const [result, retry] = useQuery({ query: DecisionByLinkDocument, variables: { token }, pause: token === '' || sent, requestPolicy: 'network-only' });
  const [, send] = useMutation(AppealByLinkDocument);
  if (sent) {
    return (
      <Page narrow>
        <PageHead>
          <PageHeading key="done" title={t`Đã gửi khiếu nại`}>
            <Trans>Đã gửi khiếu nại</Trans>
          </PageHeading>
          <Lead>
            <Trans>Một người khác với người đã quyết định sẽ xem lại. Kết quả đến bằng thư; liên kết trong thư trước không còn dùng được.</Trans>
          </Lead>
        </PageHead>
        <LinkButton to="/">
          <Trans>Về trang chủ</Trans>
        </LinkButton>
      </Page>
    );
  }
  if (token === '' || hasCode(result.error, 'LINK_INVALID', 'NOT_FOUND')) {
    return (
      <LinkOver
        without={token === ''}
        what={<Trans>Không có quyết định nào mở được bằng liên kết này</Trans>}
        action={
          <LinkButton to="/dang-nhap" search={{}}>
            <Trans>Đăng nhập</Trans>
          </LinkButton>
        }
      >
        <Trans>Mỗi liên kết khiếu nại dùng được một lần, trong 30 ngày. Nếu bạn đã được khôi phục, hãy đăng nhập như thường.</Trans>
      </LinkOver>
    );
  }
  return (
    <Page narrow>
      <PageHead>
        <PageHeading key="ask" title={t`Quyết định về tài khoản của bạn`}>
          <Trans>Quyết định về tài khoản của bạn</Trans>
        </PageHeading>
        <Lead>
          <Trans>Tài khoản của bạn đang bị đình chỉ nên chưa đăng nhập được. Những gì bạn đã làm không mất.</Trans>
        </Lead>
      </PageHead>
      <Answer result={result} retry={retry} skeleton={<Skeleton blocks={['14rem', '10rem']} />}>
        {({ decisionByLink: decision }) => (
          <Stack>
            <Panel>
              <DecisionFacts decision={decision} linked={false} />
            </Panel>
            <Section title={<Trans>Khiếu nại</Trans>}>
              {decision.appealableUntil && !decision.appeal ? (
                <AppealForm
                  until={decision.appealableUntil}
                  onSend={async (text) => {
                    const { error } = await send({ input: { token, text } });
                    if (!error) {
                      expectFocusOnHeading();
                      setSent(true);
                    }
                    return error;
                  }}
                />
              ) : (
                <Soft>
                  <Trans>Quyết định này đã được khiếu nại. Kết quả đến bằng thư.</Trans>
                </Soft>
              )}
            </Section>
          </Stack>
        )}
      </Answer>
    </Page>
  );
}
