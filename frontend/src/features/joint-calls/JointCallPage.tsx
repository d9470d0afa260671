import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useMutation, useQuery } from 'urql';
import { Answer } from '@/app/Answer';
import { NotFoundPage } from '@/app/NotFoundPage';
import { useSession } from '@/app/SessionProvider';
import { appError, describe, isAbsent } from '@/app/errors';
import { localized, nameOf } from '@/i18n/bilingual';
import { formatDateTime, formatNumber } from '@/i18n/format';
import { jointCallKindLabels } from '@/i18n/workLabels';
import { announce } from '@/ui/Announcer';
import { BilingualText } from '@/ui/BilingualText';
import { Button, LinkButton } from '@/ui/Button';
import { Lead, Page, PageHead, Section, Split, Stack } from '@/ui/Page';
import { PageHeading } from '@/ui/PageHeading';
import { Notice, Panel, Row, Soft } from '@/ui/Panel';
import { ReasonDialog } from '@/ui/ReasonDialog';
import { Skeleton } from '@/ui/Skeleton';
import { Fact, SummaryList } from '@/ui/SummaryList';
import { JointCallStatusTag } from '@/ui/WorkStatusTag';
import { JointCallParts } from './JointCallParts';
import { stays, viewerConsented, waitsForViewer } from './circle';
import { AnswerJointCallDocument, EndJointCallDocument, JointCallByIdDocument, type JointCallPageFragment } from './joint-calls.gql';

export type Call = JointCallPageFragment;
export type Part = Call['parts'][number];

/** Asks before it is done; each needs another sentence. */
export type Asked = { what: 'consent' | 'decline' | 'withdraw'; part: Part } | { what: 'end' };

/** One joint call: to its owners, to the alliance, and once it is agreed to everybody. */
export function JointCallPage({ id }: { id: string }) {
  const { viewer } = useSession();
  const [result, retry] = useQuery({ query: JointCallByIdDocument, variables: { id }, requestPolicy: 'cache-and-network' });
  const call = result.data?.jointCall;
  if (call) return <Loaded call={call} />;
  if (isAbsent(result) || (result.data && !result.fetching && !result.stale)) return viewer ? <NotFoundPage /> : <SignInFirst id={id} />;
  return (
    <Page>
      <Answer result={{ ...result, data: undefined }} retry={retry} skeleton={<Skeleton blocks={['2.75rem', '8rem', '20rem']} />}>
        {() => null}
      </Answer>
    </Page>
  );
}

/** The letter leads here; what waits for answers only its owners see. */
function SignInFirst({ id }: { id: string }) {
  const { t } = useLingui();
  return (
    <Page narrow>
      <PageHead>
        <PageHeading title={t`Lời mời chung`}>
          <Trans>Lời mời chung</Trans>
        </PageHeading>
        <Lead>
          <Trans>Lời mời chung chưa được các bên đồng ý chỉ hiển thị với tổ chức được hỏi. Hãy đăng nhập để xem, nếu tổ chức của bạn có trong đó.</Trans>
        </Lead>
      </PageHead>
      <LinkButton to="/dang-nhap" search={{ tiep: `/loi-moi-chung/${id}` }} tone="primary">
        <Trans>Đăng nhập</Trans>
      </LinkButton>
    </Page>
  );
}

function Loaded({ call }: { call: Call }) {
  const { t } = useLingui();
  const { viewer } = useSession();
  const [asked, setAsked] = useState<Asked | null>(null);
  const area = call.region ?? call.economicZone;
  return (
    <Page>
      {viewer && (
        <nav aria-label={t`Đường dẫn`} className="no-print">
          <Link to="/loi-moi-chung">
            <Trans context="list">Lời mời chung</Trans>
          </Link>
        </nav>
      )}
      <PageHead>
        <Row>
          <JointCallStatusTag status={call.status} />
        </Row>
        <PageHeading title={t`Lời mời chung`}>
          <Trans>Lời mời chung</Trans>
          {area && <>: {nameOf(area)}</>}
        </PageHeading>
        <Lead>
          <Standing call={call} />
        </Lead>
      </PageHead>
      <Split
        aside={
          <>
            <Why call={call} />
            {call.viewerCan.includes('END') && (
              <Panel>
                <Section title={<Trans>Dành cho Liên minh</Trans>}>
                  <Button tone="danger" onClick={() => setAsked({ what: 'end' })}>
                    <Trans>Kết thúc lời mời chung</Trans>
                  </Button>
                </Section>
              </Panel>
            )}
          </>
        }
      >
        {waitsForViewer(call.parts) && (
          <Notice tone="warning">
            <p>
              <Trans>Tổ chức của bạn chưa trả lời. Nhu cầu vẫn là của bạn, với hạn và ngân sách riêng; chỉ các bên được hỏi và Liên minh thấy câu trả lời.</Trans>
            </p>
          </Notice>
        )}
        {call.statusReason && (
          <Section title={<Trans>Lý do kết thúc</Trans>}>
            <p>{call.statusReason}</p>
          </Section>
        )}
        <Section title={<Trans>Các nhu cầu trong lời mời chung</Trans>}>
          <Stack>
            <JointCallParts call={call} onAsk={setAsked} />
          </Stack>
        </Section>
      </Split>
      <Dialogs call={call} asked={asked} onClose={() => setAsked(null)} />
    </Page>
  );
}

/** Where it stands, in one sentence. */
function Standing({ call }: { call: Call }): ReactNode {
  const staying = call.parts.filter(stays);
  const consented = staying.filter(({ answer }) => answer === 'CONSENTED').length;
  switch (call.status) {
    case 'PROPOSED':
      return viewerConsented(call.parts) ? (
        <Trans>
          Tổ chức của bạn đã đồng ý; {formatNumber(consented)} trên {formatNumber(staying.length)} nhu cầu đã có đồng ý, đang chờ các bên còn lại.
        </Trans>
      ) : (
        <Trans>
          Đang hỏi các bên: {formatNumber(consented)} trên {formatNumber(staying.length)} nhu cầu đã có đồng ý.
        </Trans>
      );
    case 'AGREED':
      return <Trans>Các bên đã đồng ý mời gọi chung. Mỗi bên vẫn nhận và quyết định đề xuất cho nhu cầu của mình.</Trans>;
    case 'DECLINED':
      return <Trans>Lời mời chung không tiếp tục vì không đủ bên đồng ý. Các nhu cầu không thay đổi.</Trans>;
    case 'EXPIRED':
      return <Trans>Lời mời chung không tiếp tục vì có nhu cầu không còn tiếp nhận hoặc đã vào một lời mời chung khác.</Trans>;
    case 'ENDED':
      return <Trans>Liên minh đã kết thúc lời mời chung này. Các nhu cầu không thay đổi.</Trans>;
  }
}

function Why({ call }: { call: Call }) {
  const { i18n } = useLingui();
  const area = call.region ?? call.economicZone;
  const percent = formatNumber(Math.round(call.score * 100));
  return (
    <Panel>
      <Section title={<Trans>Vì sao mời gọi chung</Trans>}>
        {call.reason && (
          <p>
            <BilingualText value={call.reason} />
          </p>
        )}
        <SummaryList stacked>
          <Fact name={<Trans>Quan hệ</Trans>}>{i18n._(jointCallKindLabels[call.kind])}</Fact>
          <Fact name={call.region ? <Trans>Vùng</Trans> : <Trans>Vùng kinh tế trọng điểm</Trans>}>{area && nameOf(area)}</Fact>
          <Fact name={<Trans>Mức giống nhau, tính theo hai nhu cầu ít giống nhất</Trans>}>{percent} %</Fact>
          <Fact name={<Trans>Được tìm thấy</Trans>}>{formatDateTime(call.createdAt)}</Fact>
          <Fact name={call.status === 'AGREED' ? <Trans>Đã đồng ý</Trans> : <Trans>Kết thúc</Trans>}>{call.decidedAt && formatDateTime(call.decidedAt)}</Fact>
        </SummaryList>
        <Soft>
          {call.modelVersion ? (
            <Trans>
              Tìm bởi bộ ghép nối {call.engineVersion}, trọng số {call.weightsVersion}, mô hình ngữ nghĩa {call.modelVersion}.
            </Trans>
          ) : (
            <Trans>
              Tìm bởi bộ ghép nối {call.engineVersion}, trọng số {call.weightsVersion}, không dùng mô hình ngữ nghĩa.
            </Trans>
          )}
        </Soft>
      </Section>
    </Panel>
  );
}

function Dialogs({ call, asked, onClose }: { call: Call; asked: Asked | null; onClose: () => void }) {
  const { t, i18n } = useLingui();
  const [, answer] = useMutation(AnswerJointCallDocument);
  const [, end] = useMutation(EndJointCallDocument);
  const part = asked && asked.what !== 'end' ? asked.part : null;
  const title = part ? localized(part.need.title).text : '';
  const refuses = asked?.what === 'decline' || asked?.what === 'withdraw';

  const give = async (consent: boolean, reason: string | null, said: string) => {
    if (!part) return null;
    const { error } = await answer({ input: { jointCallId: call.id, needId: part.need.id, consent, reason } });
    if (error) return describe(appError(error), i18n);
    onClose();
    announce(said);
    return null;
  };

  return (
    <>
      <ReasonDialog
        open={asked?.what === 'consent'}
        title={<Trans>Đồng ý mời gọi chung?</Trans>}
        action={<Trans>Đồng ý mời gọi chung</Trans>}
        onClose={onClose}
        onConfirm={() => give(true, null, t`Đã đồng ý mời gọi chung`)}
      >
        <p>
          <Trans>Tổ chức của bạn đồng ý đưa nhu cầu «{title}» vào lời mời chung với các bên đang có ở đây. Khi tất cả đồng ý, lời mời chung hiển thị công khai trên trang của từng nhu cầu. Nếu một bên rời đi trước đó, bạn được hỏi lại.</Trans>
        </p>
      </ReasonDialog>
      <ReasonDialog
        open={refuses}
        title={asked?.what === 'withdraw' ? <Trans>Rút đồng ý</Trans> : <Trans>Từ chối mời gọi chung</Trans>}
        reasonLabel={<Trans>Lý do</Trans>}
        reasonHint={<Trans>Các bên khác và Liên minh đọc lý do này.</Trans>}
        action={asked?.what === 'withdraw' ? <Trans>Rút đồng ý</Trans> : <Trans>Từ chối mời gọi chung</Trans>}
        tone="danger"
        onClose={onClose}
        onConfirm={(reason) => give(false, reason, asked?.what === 'withdraw' ? t`Đã rút đồng ý` : t`Đã từ chối mời gọi chung`)}
      >
        <p>
          <Trans>Nhu cầu «{title}» ra khỏi lời mời chung này và không trở lại được. Nếu còn từ hai tổ chức, những bên đã đồng ý được hỏi lại.</Trans>
        </p>
      </ReasonDialog>
      <ReasonDialog
        open={asked?.what === 'end'}
        title={<Trans>Kết thúc lời mời chung?</Trans>}
        reasonLabel={<Trans>Lý do</Trans>}
        reasonHint={<Trans>Các bên trong lời mời chung đọc lý do này trong thư và ở trang này.</Trans>}
        action={<Trans>Kết thúc lời mời chung</Trans>}
        tone="danger"
        onClose={onClose}
        onConfirm={async (reason) => {
          const { error } = await end({ input: { jointCallId: call.id, reason } });
          if (error) return describe(appError(error), i18n);
          onClose();
          announce(t`Đã kết thúc lời mời chung`);
          return null;
        }}
      >
        <p>
          <Trans>Lời mời chung không còn hiển thị công khai. Các nhu cầu giữ nguyên, và không được mời gọi chung lại như cũ.</Trans>
        </p>
      </ReasonDialog>
    </>
  );
}
