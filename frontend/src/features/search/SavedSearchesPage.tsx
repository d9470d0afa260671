import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useLocation } from '@tanstack/react-router';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useMutation, useQuery } from 'urql';
import { Answer } from '@/app/Answer';
import { appError, describe } from '@/app/errors';
import { OutcomeNotice, useOutcome } from '@/features/account';
import { formatDate, formatDateTime, formatMoneyRange } from '@/i18n/format';
import { alertFrequencyLabels, facetLabels, searchKindLabels } from '@/i18n/searchLabels';
import { announce } from '@/ui/Announcer';
import { Button, LinkButton } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { EmptyState } from '@/ui/EmptyState';
import { TextField } from '@/ui/Field';
import { Lead, Page, PageHead, Stack } from '@/ui/Page';
import { PageHeading } from '@/ui/PageHeading';
import { Notice, Panel, Row } from '@/ui/Panel';
import { ReasonDialog } from '@/ui/ReasonDialog';
import { Skeleton } from '@/ui/Skeleton';
import { Fact, SummaryList } from '@/ui/SummaryList';
import { Tag } from '@/ui/Tag';
import { FrequencyField } from './FrequencyField';
import styles from './Search.module.css';
import { addressOf } from './criteria';
import { DeleteSavedSearchDocument, SavedSearchesDocument, UpdateSavedSearchDocument, type SavedSearchCardFragment } from './search.gql';
import { useNames } from './useNames';

/** One's own saved searches. A letter leads here with the id of its search behind the `#`. */
export function SavedSearchesPage() {
  const { t, i18n } = useLingui();
  const [result, retry] = useQuery({ query: SavedSearchesDocument, requestPolicy: 'cache-and-network' });
  const [editing, setEditing] = useState<SavedSearchCardFragment | null>(null);
  const [deleting, setDeleting] = useState<SavedSearchCardFragment | null>(null);
  const [, remove] = useMutation(DeleteSavedSearchDocument);
  const meant = useLocation({ select: ({ hash }) => hash });
  const list = useRef<HTMLDivElement>(null);
  return (
    <Page>
      <PageHead>
        <PageHeading title={t`Tìm kiếm đã lưu`}>
          <Trans>Tìm kiếm đã lưu</Trans>
        </PageHeading>
        <Lead>
          <Trans>Mở lại bằng một lần bấm, và nhận thư khi có kết quả mới nếu bạn chọn. Chỉ bạn thấy danh sách này.</Trans>
        </Lead>
      </PageHead>
      <Answer result={result} retry={retry} skeleton={<Skeleton blocks={['9rem', '9rem']} />}>
        {({ savedSearches, viewer }) => {
          const agreed = viewer?.consents.some(({ purpose }) => purpose === 'SEARCH_ALERTS') ?? false;
          const wanting = savedSearches.some(({ frequency }) => frequency !== 'NEVER');
          return (
            <div ref={list} tabIndex={-1} className={styles['saved']}>
              {wanting && !agreed && (
                <Notice tone="warning">
                  <p>
                    <Trans>
                      Bạn đã thôi nhận thư báo theo tìm kiếm, nên không thư nào được gửi. Muốn nhận lại, hãy đồng ý ở <Link to="/tai-khoan">Tài khoản</Link>.
                    </Trans>
                  </p>
                </Notice>
              )}
              {savedSearches.length === 0 ? (
                <EmptyState
                  title={<Trans>Chưa có tìm kiếm nào</Trans>}
                  action={
                    <LinkButton to="/tim-kiem" search={{}} tone="primary">
                      <Trans>Đến trang tìm kiếm</Trans>
                    </LinkButton>
                  }
                >
                  <Trans>Khi tìm kiếm, bấm “Lưu tìm kiếm này” để giữ lại từ khóa và bộ lọc.</Trans>
                </EmptyState>
              ) : (
                savedSearches.map((saved) => (
                  <SavedSearch key={saved.id} saved={saved} meant={saved.id === meant} onEdit={() => setEditing(saved)} onDelete={() => setDeleting(saved)} />
                ))
              )}
            </div>
          );
        }}
      </Answer>
      <Dialog open={editing !== null} title={<Trans>Sửa tìm kiếm đã lưu</Trans>} onClose={() => setEditing(null)}>
        {editing && <EditForm key={editing.id} saved={editing} onClose={() => setEditing(null)} />}
      </Dialog>
      <ReasonDialog
        open={deleting !== null}
        title={<Trans>Xóa tìm kiếm đã lưu?</Trans>}
        action={<Trans>Xóa</Trans>}
        tone="danger"
        onClose={() => setDeleting(null)}
        onConfirm={async () => {
          if (!deleting) return null;
          const { error } = await remove({ input: { savedSearchId: deleting.id } });
          if (error) return describe(appError(error), i18n);
          setDeleting(null);
          announce(t`Đã xóa tìm kiếm`);
          // What had the focus is gone.
          setTimeout(() => list.current?.focus());
          return null;
        }}
      >
        <p>
          <Trans>“{deleting?.name ?? ''}” không còn trong danh sách và không có thư nào về tìm kiếm này nữa.</Trans>
        </p>
      </ReasonDialog>
    </Page>
  );
}

interface SavedProps {
  saved: SavedSearchCardFragment;
  /** A letter or a link was about this one. */
  meant: boolean;
  onEdit: () => void;
  onDelete: () => void;
}

function SavedSearch({ saved, meant, onEdit, onDelete }: SavedProps) {
  const { i18n } = useLingui();
  const nameOf = useNames();
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    if (meant) box.current?.scrollIntoView({ block: 'center' });
  }, [meant]);
  const budget = saved.budget && formatMoneyRange(saved.budget);
  return (
    <article ref={box} id={saved.id} className={meant ? styles['meant'] : undefined} aria-labelledby={`${saved.id}-ten`}>
      <Panel>
        <Row spread>
          <h2 id={`${saved.id}-ten`}>
            <Link to="/tim-kiem" search={addressOf(saved)}>
              {saved.name}
            </Link>
          </h2>
          {meant && (
            <Tag tone="accent" icon="mail">
              <Trans>Liên kết vừa mở nói về tìm kiếm này</Trans>
            </Tag>
          )}
        </Row>
        <SummaryList>
          <Fact name={<Trans>Từ khóa</Trans>}>{saved.query}</Fact>
          {saved.facets.map(({ key, values }) => (
            <Fact key={key} name={i18n._(facetLabels[key])}>
              {values.map((value) => (key === 'KIND' ? i18n._(searchKindLabels[value as keyof typeof searchKindLabels]) : nameOf(key, value))).join(', ')}
            </Fact>
          ))}
          <Fact name={<Trans>Kinh phí</Trans>}>{budget}</Fact>
          <Fact name={<Trans>Thư báo</Trans>}>{i18n._(alertFrequencyLabels[saved.frequency])}</Fact>
          <Fact name={<Trans>Thư gần nhất</Trans>}>{saved.alertedAt && formatDateTime(saved.alertedAt)}</Fact>
          <Fact name={<Trans>Lưu ngày</Trans>}>{formatDate(saved.createdAt)}</Fact>
        </SummaryList>
        <Row>
          <Button onClick={onEdit}>
            <Trans>
              Sửa<span className="visually-hidden">: {saved.name}</span>
            </Trans>
          </Button>
          <Button tone="quiet" onClick={onDelete}>
            <Trans>
              Xóa<span className="visually-hidden">: {saved.name}</span>
            </Trans>
          </Button>
        </Row>
      </Panel>
    </article>
  );
}

const prefix = 'saved.';

function EditForm({ saved, onClose }: { saved: SavedSearchCardFragment; onClose: () => void }) {
  const { t } = useLingui();
  const outcome = useOutcome();
  const [name, setName] = useState(saved.name);
  const [frequency, setFrequency] = useState(saved.frequency);
  const [{ fetching }, update] = useMutation(UpdateSavedSearchDocument);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return outcome.remark({ field: 'name', message: t`Đặt tên cho tìm kiếm.` });
    const { error } = await update({ input: { savedSearchId: saved.id, name: name.normalize('NFC').trim(), frequency } });
    if (error) return outcome.refuse(error);
    announce(t`Đã lưu thay đổi`);
    onClose();
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack>
        <OutcomeNotice outcome={outcome} prefix={prefix} />
        <TextField id={`${prefix}name`} label={<Trans>Tên gọi</Trans>} value={name} onChange={(event) => setName(event.target.value)} autoComplete="off" error={outcome.messageOf('name')} />
        <FrequencyField id={`${prefix}frequency`} value={frequency} onChange={setFrequency} />
        <Row>
          <Button type="submit" tone="primary" busy={fetching}>
            <Trans>Lưu</Trans>
          </Button>
          <Button tone="quiet" onClick={onClose}>
            <Trans>Không, quay lại</Trans>
          </Button>
        </Row>
      </Stack>
    </form>
  );
}
