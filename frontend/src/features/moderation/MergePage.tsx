import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { Answer } from '@/app/Answer';
import { useServerErrors } from '@/app/useServerErrors';
import { useViewer } from '@/app/SessionProvider';
import { StaffForbidden } from '@/features/account';
import { localized } from '@/i18n/bilingual';
import { organizationKindLabels } from '@/i18n/labels';
import { BilingualText } from '@/ui/BilingualText';
import { Button, LinkButton } from '@/ui/Button';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorSummary, type SummaryItem } from '@/ui/ErrorSummary';
import { Option, OptionGroup, TextArea, TextField } from '@/ui/Field';
import { Lead, Page, PageHead, Section, Stack } from '@/ui/Page';
import { PageHeading, expectFocusOnHeading } from '@/ui/PageHeading';
import { Columns, Panel, Row, Soft } from '@/ui/Panel';
import { Comparison } from './Comparison';
import { MergeConsequences } from './MergeConsequences';
import styles from './Moderation.module.css';
import { MergeToReviewDocument, OrganizationsToMergeDocument, ProposeMergeDocument } from './organizations.gql';
import type { MergeSearch } from './search';

export function MergePage({ search }: { search: MergeSearch }) {
  const { staffRole } = useViewer();
  if (staffRole !== 'ADMINISTRATOR') {
    return (
      <StaffForbidden>
        <Trans>Gộp tổ chức là việc của quản trị viên Liên minh. Quản trị viên khác cấp được quyền này.</Trans>
      </StaffForbidden>
    );
  }
  return <Merge search={search} />;
}

function Merge({ search }: { search: MergeSearch }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  // The address follows a moment later; a radio button must not wait for it.
  const [picked, setPicked] = useState<MergeSearch>({});
  const { tu: from, vao: into } = { ...search, ...picked };
  const [reason, setReason] = useState('');
  const [own, setOwn] = useState<SummaryItem[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [clientKey] = useState(() => crypto.randomUUID());
  const [proposed, setProposed] = useState<string | null>(null);
  const server = useServerErrors();
  const [{ fetching }, propose] = useMutation(ProposeMergeDocument);
  const problems = own.length > 0 ? own : server.items;
  const choose = (change: MergeSearch) => {
    setOwn([]);
    server.clear();
    const now = { ...search, ...picked, ...change };
    setPicked(now);
    void navigate({ to: '/quan-tri/gop', search: now, replace: true });
  };
  const send = async () => {
    const missing = [
      ...(from ? [] : [{ field: 'fromId', message: t`Hãy chọn tổ chức nhập đi.` }]),
      ...(into ? [] : [{ field: 'intoId', message: t`Hãy chọn tổ chức ở lại.` }]),
      ...(from && from === into ? [{ field: 'intoId', message: t`Hãy chọn hai tổ chức khác nhau.` }] : []),
      ...(reason.trim() === '' ? [{ field: 'reason', message: t`Hãy nói vì sao hai tổ chức là một.` }] : []),
    ];
    setOwn(missing);
    if (missing.length > 0 || !from || !into) return setAttempt((count) => count + 1);
    const { data, error } = await propose({ input: { clientKey, fromId: from, intoId: into, reason: reason.trim() } });
    if (error) {
      server.refuse(error);
      return setAttempt((count) => count + 1);
    }
    expectFocusOnHeading();
    setProposed(data?.proposeMerge.review.id ?? '');
  };

  if (proposed !== null) {
    return (
      <Page narrow>
        <PageHead>
          <PageHeading key="done" title={t`Đã đề nghị gộp`}>
            <Trans>Đã đề nghị gộp</Trans>
          </PageHeading>
          <Lead>
            <Trans>Một quản trị viên khác sẽ so sánh và quyết định. Cho đến lúc đó chưa có gì thay đổi.</Trans>
          </Lead>
        </PageHead>
        <Row>
          <LinkButton to="/quan-tri" search={{ muc: proposed }} tone="primary">
            <Trans>Xem đề nghị</Trans>
          </LinkButton>
          <LinkButton to="/quan-tri" search={{}}>
            <Trans>Về hàng chờ</Trans>
          </LinkButton>
        </Row>
      </Page>
    );
  }
  return (
    <Page>
      <PageHead>
        <PageHeading key="ask" title={t`Gộp hai tổ chức`}>
          <Trans>Gộp hai tổ chức</Trans>
        </PageHeading>
        <Lead>
          <Trans>Khi một tổ chức có mặt hai lần. Bạn đề nghị, một quản trị viên khác quyết định.</Trans>
        </Lead>
      </PageHead>
      <Stack>
        <ErrorSummary items={problems} attempt={attempt} />
        <Columns>
          <Panel>
            <Chooser id="fromId" title={t`Tổ chức nhập đi`} chosen={from} onChoose={(tu) => choose({ tu })} error={problems.find(({ field }) => field === 'fromId')?.message} />
          </Panel>
          <Panel>
            <Chooser id="intoId" title={t`Tổ chức ở lại`} chosen={into} onChoose={(vao) => choose({ vao })} error={problems.find(({ field }) => field === 'intoId')?.message} />
          </Panel>
        </Columns>
        {from && into && from !== into && (
          <>
            <Compared from={from} into={into} />
            <div>
              <Button onClick={() => choose({ tu: into, vao: from })}>
                <Trans>Đổi chiều</Trans>
              </Button>
            </div>
          </>
        )}
        <Section title={<Trans>Nếu gộp</Trans>}>
          <MergeConsequences />
        </Section>
        <TextArea
          id="reason"
          label={<Trans>Vì sao hai tổ chức là một</Trans>}
          hint={<Trans>Người quyết định đọc lý do này. Ví dụ: cùng mã số thuế, một bên đã đổi tên từ tháng 3.</Trans>}
          error={problems.find(({ field }) => field === 'reason')?.message}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <div>
          <Button tone="primary" busy={fetching} onClick={() => void send()}>
            <Trans>Đề nghị gộp</Trans>
          </Button>
        </div>
      </Stack>
    </Page>
  );
}

function Compared({ from, into }: { from: string; into: string }) {
  const [result, retry] = useQuery({ query: MergeToReviewDocument, variables: { from, into } });
  return (
    <Answer result={result} retry={retry}>
      {(data) =>
        data.from && data.into ? (
          <Comparison from={data.from} into={data.into} />
        ) : (
          <EmptyState title={<Trans>Không tìm thấy một trong hai tổ chức</Trans>} />
        )
      }
    </Answer>
  );
}

const fewestLetters = 2;

interface ChooserProps {
  id: string;
  title: string;
  chosen: string | undefined;
  onChoose: (id: string) => void;
  error: string | undefined;
}

/** Looks for an organisation by any part of its name or by its code; the server does the folding. */
function Chooser({ id, title, chosen, onChoose, error }: ChooserProps) {
  const { i18n } = useLingui();
  const [typed, setTyped] = useState('');
  const query = useDeferredValue(typed.normalize('NFC').trim());
  // What the address names is found by its id.
  const tooShort = query.length < fewestLetters;
  const [result, retry] = useQuery({ query: OrganizationsToMergeDocument, variables: { query }, pause: tooShort });
  const [named] = useQuery({ query: MergeToReviewDocument, variables: { from: chosen ?? '', into: chosen ?? '' }, pause: !chosen });
  const name = named.data?.from && named.data.from.id === chosen && localized(named.data.from.legalName).text;
  return (
    <>
      <TextField id={`${id}.search`} type="search" label={title} hint={<Trans>Gõ một phần tên, không dấu cũng được, hoặc mã số.</Trans>} value={typed} onChange={(event) => setTyped(event.target.value)} autoComplete="off" />
      {name && (
        <p role="status">
          <Trans>
            Đã chọn: <strong>{name}</strong>
          </Trans>
        </p>
      )}
      {tooShort ? (
        <OptionGroup id={id} label={<Trans>Kết quả tìm</Trans>} error={error}>
          <Soft>
            <Trans>Kết quả tìm sẽ hiện ở đây.</Trans>
          </Soft>
        </OptionGroup>
      ) : (
        <Answer result={result} retry={retry}>
          {({ organizations }) => (
            <OptionGroup id={id} label={<Trans>Kết quả tìm</Trans>} error={error}>
              {organizations.nodes.length === 0 && (
                <Soft>
                  <Trans>Không tìm thấy tổ chức nào.</Trans>
                </Soft>
              )}
              {organizations.nodes.map((organization) => (
                <Option key={organization.id} type="radio" name={id} checked={chosen === organization.id} onChange={() => onChoose(organization.id)}>
                  <BilingualText value={organization.legalName} />
                  <small className={styles['note']}>
                    {i18n._(organizationKindLabels[organization.kind])}
                    {organization.taxCode && ` · ${organization.taxCode}`}
                  </small>
                </Option>
              ))}
            </OptionGroup>
          )}
        </Answer>
      )}
    </>
  );
}
