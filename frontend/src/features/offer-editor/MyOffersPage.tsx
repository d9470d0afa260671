import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { Answer } from '@/app/Answer';
import { appError, describe } from '@/app/errors';
import { useMyOrganizations } from '@/app/membership';
import type { OfferStatus } from '@/graphql-types';
import { HiddenTag } from '@/features/editing';
import { formatDate, formatRelative } from '@/i18n/format';
import { offerStatusLabels, valuesOf } from '@/i18n/labels';
import { announce } from '@/ui/Announcer';
import { BilingualText } from '@/ui/BilingualText';
import { Button, LinkButton } from '@/ui/Button';
import { EmptyState } from '@/ui/EmptyState';
import { SelectField } from '@/ui/Field';
import { LoadMore } from '@/ui/LoadMore';
import { Lead, Page, PageHead, Stack } from '@/ui/Page';
import { PageHeading } from '@/ui/PageHeading';
import { Panel, Row, Soft } from '@/ui/Panel';
import { ReasonDialog } from '@/ui/ReasonDialog';
import { OfferStatusTag } from '@/ui/StatusTag';
import { ArchiveOfferDocument, MyOffersDocument, PauseOfferDocument, ResumeOfferDocument, type MyOfferFragment } from './offer-editor.gql';

export function MyOffersPage({ status }: { status: OfferStatus | undefined }) {
  const { t, i18n } = useLingui();
  const navigate = useNavigate();
  const { postingOffers } = useMyOrganizations();
  const [after, setAfter] = useState<string | null>(null);
  const [result, retry] = useQuery({
    query: MyOffersDocument,
    variables: { statuses: status ? [status] : null, after },
    requestPolicy: 'cache-and-network',
  });
  const post = postingOffers.length > 0 && (
    <LinkButton to="/giai-phap-cua-toi/moi" tone="primary">
      <Trans>Đăng giải pháp</Trans>
    </LinkButton>
  );
  return (
    <Page>
      <PageHead>
        <PageHeading title={t`Giải pháp của tôi`}>
          <Trans>Giải pháp của tôi</Trans>
        </PageHeading>
        <Lead>
          <Trans>Mọi giải pháp mà tổ chức của bạn đã soạn hoặc đăng.</Trans>
        </Lead>
      </PageHead>
      <Stack>
        <Row spread>
          <SelectField
            label={<Trans>Trạng thái</Trans>}
            value={status ?? ''}
            onChange={(event) => {
              setAfter(null);
              void navigate({ to: '/giai-phap-cua-toi', search: { 'trang-thai': (event.target.value || undefined) as OfferStatus | undefined }, replace: true });
            }}
          >
            <option value="">{t`Tất cả`}</option>
            {valuesOf(offerStatusLabels).map((value) => (
              <option key={value} value={value}>
                {i18n._(offerStatusLabels[value])}
              </option>
            ))}
          </SelectField>
          {post}
        </Row>
        <Answer result={result} retry={retry}>
          {({ offers }) =>
            offers.nodes.length === 0 ? (
              <EmptyState title={status ? <Trans>Không có giải pháp nào ở trạng thái này</Trans> : <Trans>Chưa có giải pháp nào</Trans>} action={post || null}>
                <Trans>Đăng giải pháp để hệ thống đưa các nhu cầu phù hợp đến bạn, kèm lý do. Soạn mất khoảng 15 phút và tự lưu.</Trans>
              </EmptyState>
            ) : (
              <>
                {offers.nodes.map((offer) => (
                  <OfferRow key={offer.id} offer={offer} />
                ))}
                <LoadMore
                  shown={offers.nodes.length}
                  total={offers.totalCount}
                  hasMore={offers.pageInfo.hasNextPage}
                  busy={result.fetching}
                  onMore={() => setAfter(offers.pageInfo.endCursor)}
                />
              </>
            )
          }
        </Answer>
      </Stack>
    </Page>
  );
}

type Asked = 'pause' | 'resume' | 'archive';

function OfferRow({ offer }: { offer: MyOfferFragment }) {
  const { t, i18n } = useLingui();
  const { id } = offer;
  const [asking, setAsking] = useState<Asked | null>(null);
  const [, pause] = useMutation(PauseOfferDocument);
  const [, resume] = useMutation(ResumeOfferDocument);
  const [, archive] = useMutation(ArchiveOfferDocument);
  const can = (action: MyOfferFragment['viewerCan'][number]) => offer.viewerCan.includes(action);
  const editable = can('EDIT');
  const title = <BilingualText value={offer.title} empty={<Trans>(chưa đặt tên)</Trans>} />;

  const words: Record<Asked, { title: string; text: string; done: string }> = {
    pause: { title: t`Tạm ẩn giải pháp?`, text: t`Giải pháp không hiện công khai và không được ghép nối cho đến khi bạn đăng lại.`, done: t`Đã tạm ẩn giải pháp` },
    resume: { title: t`Đăng lại giải pháp?`, text: t`Giải pháp hiện công khai ngay và được ghép nối trở lại.`, done: t`Đã đăng lại giải pháp` },
    archive: { title: t`Lưu trữ giải pháp?`, text: t`Giải pháp ngừng đăng và không mở lại được. Các kết nối đã có vẫn còn.`, done: t`Đã lưu trữ giải pháp` },
  };
  const act = async () => {
    if (!asking) return null;
    const run = { pause, resume, archive }[asking];
    const { error } = await run({ input: { offerId: id } });
    if (error) return describe(appError(error), i18n);
    announce(words[asking].done);
    setAsking(null);
    return null;
  };

  return (
    <Panel>
      <Row spread>
        <h2>
          {editable ? (
            <Link to="/giai-phap-cua-toi/$id/soan" params={{ id }} search={{}}>
              {title}
            </Link>
          ) : (
            <Link to="/giai-phap/$id" params={{ id }}>
              {title}
            </Link>
          )}
        </h2>
        <Row>
          {offer.hiddenFor.length > 0 && <HiddenTag />}
          <OfferStatusTag status={offer.status} />
        </Row>
      </Row>
      {offer.status === 'REJECTED' && <p style={{ whiteSpace: 'pre-line' }}>{offer.lastReview?.reason ?? offer.statusReason}</p>}
      <Soft>
        {offer.expiresAt && (
          <>
            <Trans>Hiện đến {formatDate(offer.expiresAt)}</Trans>
            {' · '}
          </>
        )}
        <Trans>sửa lần cuối {formatRelative(offer.updatedAt)}</Trans>
      </Soft>
      <Row>
        {offer.status === 'REJECTED' && offer.lastReview && (
          <Link to="/khieu-nai/$id" params={{ id: offer.lastReview.id }}>
            <Trans>Xem quyết định, khiếu nại</Trans>
          </Link>
        )}
        {editable && (
          <LinkButton to="/giai-phap-cua-toi/$id/soan" params={{ id }} search={{}}>
            <Trans>Soạn tiếp</Trans>
          </LinkButton>
        )}
        {offer.status === 'PUBLISHED' && (
          <LinkButton to="/goi-y" search={{ 'giai-phap': id }}>
            <Trans>Nhu cầu được gợi ý</Trans>
          </LinkButton>
        )}
        {can('PAUSE') && (
          <Button tone="quiet" onClick={() => setAsking('pause')}>
            <Trans context="action">Tạm ẩn</Trans>
          </Button>
        )}
        {can('RESUME') && (
          <Button onClick={() => setAsking('resume')}>
            <Trans>Đăng lại</Trans>
          </Button>
        )}
        {can('ARCHIVE') && (
          <Button tone="quiet" onClick={() => setAsking('archive')}>
            <Trans context="action">Lưu trữ</Trans>
          </Button>
        )}
      </Row>
      {asking && (
        <ReasonDialog
          open
          title={words[asking].title}
          action={asking === 'pause' ? <Trans context="action">Tạm ẩn</Trans> : asking === 'resume' ? <Trans>Đăng lại</Trans> : <Trans context="action">Lưu trữ</Trans>}
          tone={asking === 'archive' ? 'danger' : 'primary'}
          onClose={() => setAsking(null)}
          onConfirm={act}
        >
          <p>{words[asking].text}</p>
        </ReasonDialog>
      )}
    </Panel>
  );
}
