import { Trans, useLingui } from '@lingui/react/macro';
import { Navigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { Answer } from '@/app/Answer';
import { NotFoundPage } from '@/app/NotFoundPage';
import { isAbsent } from '@/app/errors';
import { useServerTime } from '@/app/serverClock';
import { formatDateTime } from '@/i18n/format';
import { decisionLabel } from '@/i18n/staffLabels';
import { Lead, Page, PageHead, Paragraphs, Section, Stack } from '@/ui/Page';
import { PageHeading } from '@/ui/PageHeading';
import { Notice, Panel, Soft } from '@/ui/Panel';
import { Skeleton } from '@/ui/Skeleton';
import { AppealForm } from './AppealForm';
import { DecisionFacts } from './DecisionFacts';
import { AppealDocument, DecisionDocument, type DecisionReadFragment } from './appeals.gql';

/** A decision of the alliance, to those whom it concerns, and what they can do about it. */
export function DecisionPage({ id }: { id: string }) {
  const { t } = useLingui();
  const [result, retry] = useQuery({ query: DecisionDocument, variables: { id }, requestPolicy: 'cache-and-network' });
  if (isAbsent(result) || result.data?.review === null) return <NotFoundPage />;
  // An appeal is read where the decision is that it is about.
  const first = result.data?.review?.appealOf;
  if (first) return <Navigate to="/khieu-nai/$id" params={{ id: first.id }} replace />;
  return (
    <Page narrow>
      <PageHead>
        <PageHeading title={t`Quyết định của Liên minh`}>
          <Trans>Quyết định của Liên minh</Trans>
        </PageHeading>
        <Lead>
          <Trans>Quyết định nào cũng có quy tắc, lý do và tên người quyết định.</Trans>
        </Lead>
      </PageHead>
      <Answer result={result} retry={retry} skeleton={<Skeleton blocks={['14rem', '10rem']} />}>
        {({ review }) =>
          review && (
            <Stack>
              <Panel>
                <DecisionFacts decision={review} />
              </Panel>
              <Section title={<Trans>Khiếu nại</Trans>}>
                <Appeal decision={review} />
              </Section>
            </Stack>
          )
        }
      </Answer>
    </Page>
  );
}

function Appeal({ decision }: { decision: DecisionReadFragment }) {
  const { i18n } = useLingui();
  const now = useServerTime(decision.appealableUntil);
  const [, send] = useMutation(AppealDocument);
  const [sent, setSent] = useState(false);
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The form that had the focus is gone.
    if (sent) notice.current?.focus();
  }, [sent]);
  const { appeal, appealableUntil, mayAppeal } = decision;
  if (appeal) {
    return (
      <Stack>
        <div ref={notice} tabIndex={-1}>
          <Notice tone={appeal.decision ? 'accent' : 'positive'}>
            {appeal.decision ? (
              <>
                <p>
                  <strong>{i18n._(decisionLabel('APPEAL', appeal.decision))}</strong>
                </p>
                {appeal.reason && <Paragraphs text={appeal.reason} />}
                <p>
                  {appeal.decidedBy}
                  {appeal.decidedAt && `, ${formatDateTime(appeal.decidedAt)}`}. <Trans>Quyết định này là cuối cùng.</Trans>
                </p>
              </>
            ) : (
              <p>
                <Trans>Khiếu nại đã gửi lúc {formatDateTime(appeal.openedAt)}. Một người khác với người đã quyết định đang xem; kết quả sẽ đến bằng thư và hiện ở đây.</Trans>
              </p>
            )}
          </Notice>
        </div>
        {appeal.openingText && (
          <section>
            <h3>
              <Trans>Nội dung khiếu nại</Trans>
            </h3>
            <Paragraphs text={appeal.openingText} />
          </section>
        )}
      </Stack>
    );
  }
  if (mayAppeal && appealableUntil) {
    return (
      <AppealForm
        until={appealableUntil}
        onSend={async (text) => {
          const { error } = await send({ input: { reviewId: decision.id, text } });
          if (!error) setSent(true);
          return error;
        }}
      />
    );
  }
  return (
    <Soft>
      {!appealableUntil ? (
        <Trans>Quyết định này không bất lợi cho bạn nên không có gì để khiếu nại.</Trans>
      ) : Date.parse(appealableUntil) <= now ? (
        <Trans>Đã quá hạn khiếu nại ({formatDateTime(appealableUntil)}).</Trans>
      ) : (
        <Trans>Quyết định này không còn hiệu lực, hoặc bạn không phải là người được khiếu nại: nội dung đã được gửi lại hoặc đã được quyết định mới.</Trans>
      )}
    </Soft>
  );
}
