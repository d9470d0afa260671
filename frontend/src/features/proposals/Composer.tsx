import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { useClient } from 'urql';
import { appError, describe } from '@/app/errors';
import { ConsortiumPanel } from '@/features/consortia';
import { Conflict, MessagesContext, SaveBar, refusalOf, summaryOf, useDraftEditor, type Answer } from '@/features/editing';
import type { ProposalSectionName } from '@/graphql-types';
import { localized } from '@/i18n/bilingual';
import { moneyInWords, parseMoney } from '@/i18n/money';
import { proposalSectionLabels, riskBearerLabels, riskCategoryLabels } from '@/i18n/workLabels';
import { announce } from '@/ui/Announcer';
import { Button } from '@/ui/Button';
import { ErrorSummary } from '@/ui/ErrorSummary';
import { Lead, Page, PageHead, Stack } from '@/ui/Page';
import { PageHeading, expectFocusOnHeading } from '@/ui/PageHeading';
import { ReasonDialog } from '@/ui/ReasonDialog';
import { Fact, SummaryList } from '@/ui/SummaryList';
import { AttachmentsField } from './AttachmentsField';
import { Countdown } from './Countdown';
import { NeedBeside } from './NeedBeside';
import styles from './Proposals.module.css';
import { FinancingField, IndicatorFields, PlanFields, PriceFields, RiskFields, SummaryFields, TeamFields } from './SectionFields';
import { SubmitProposalDocument, type NeedAnsweredFragment, type ProposalByIdQuery } from './proposals.gql';
import { contentOf, formOf, placeOf, sectionValues, totalOf, type SectionValues } from './sections';
import { useSections } from './useSections';
import { monthsOf } from './values';

interface Props {
  need: NeedAnsweredFragment;
  organization: { id: string; name: string };
  stored: NonNullable<ProposalByIdQuery['proposal']> | null;
  onMade: (id: string) => void;
}

const onScreen = (id: string) => document.getElementById(id) !== null;

function More({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <details className={styles['more']}>
      <summary>{title}</summary>
      <div className={styles['fields']}>{children}</div>
    </details>
  );
}

export function Composer({ need, organization, stored, onMade }: Props) {
  const { t, i18n } = useLingui();
  const client = useClient();
  const navigate = useNavigate();
  const whole = t`Trọn gói`;
  const [confirming, setConfirming] = useState(false);
  const [busy, setBusy] = useState(false);
  const [clientKey] = useState(() => crypto.randomUUID());
  const form = useForm<SectionValues>({ defaultValues: formOf(stored?.sections, whole) });
  const [draftId, setDraftId] = useState(stored?.id);
  const made = (id: string) => {
    setDraftId(id);
    onMade(id);
  };
  const sections = useSections({ form, stored, needId: need.id, organizationId: organization.id, whole, onMade: made });
  const problems = useDraftEditor(sections.state);

  /** A section as one or several rows, to be compared. */
  const answersOf = (name: ProposalSectionName) => (values: SectionValues): Answer[] => {
    const content = contentOf(values, name);
    const rows: [string, string, string | null | undefined][] = [
      ['text', i18n._(proposalSectionLabels[name]), content.text],
      ['lines', t`Các khoản`, content.lines?.map(({ label, amount }) => `${label}: ${moneyInWords(amount)}`).join('; ')],
      ['durationMonths', t`Thời gian thực hiện (tháng)`, content.durationMonths ? String(content.durationMonths) : null],
      ['language', t`Ngôn ngữ của đề xuất`, content.language],
      ['referenceIds', t`Số dự án được chọn`, content.referenceIds ? String(content.referenceIds.length) : null],
      ['risks', t`Phân bổ rủi ro`, content.risks?.map(({ category, bearer, note }) => [i18n._(riskCategoryLabels[category]), i18n._(riskBearerLabels[bearer]), note].filter(Boolean).join(', ')).join('; ')],
      ['indicators', t`Chỉ số cam kết`, content.indicators?.map(({ name: of, baseline, target }) => `${of}: ${baseline ?? ''} → ${target}`).join('; ')],
    ];
    return rows.map(([field, label, value]) => ({ step: name, field: `${name}.${field}`, label, value: value?.trim() || null }));
  };

  const [ready, setReady] = useState<{ id: string; version: number } | null>(null);
  const toConfirm = async () => {
    problems.clear();
    const { SUMMARY, APPROACH, PRICE, WORK_PLAN } = form.getValues();
    const unread = PRICE.lines.findIndex(({ amount, label }) => typeof parseMoney(amount) !== 'string' && (amount.trim() || label.trim()));
    const found = [
      ...(SUMMARY.text.trim() ? [] : [{ field: 'SUMMARY.text', message: t`Hãy viết tóm tắt: bạn sẽ đạt kết quả nào, bằng cách nào.` }]),
      ...(APPROACH.text.trim() ? [] : [{ field: 'APPROACH.text', message: t`Hãy mô tả cách thực hiện.` }]),
      ...(typeof monthsOf(WORK_PLAN.durationMonths) === 'number' ? [] : [{ field: 'WORK_PLAN.durationMonths', message: t`Hãy điền số tháng, ví dụ 18.` }]),
      ...(unread >= 0 || totalOf(PRICE.lines) === null
        ? [{ field: `PRICE.lines.${Math.max(unread, 0)}.amount`, message: t`Chưa đọc được số tiền. Hãy viết như: 5 tỷ, 1 tỷ 250 triệu, 750.000.000.` }]
        : []),
    ];
    if (found.length > 0) return problems.show(found);
    setBusy(true);
    const saved = await sections.flush();
    setBusy(false);
    setReady(saved);
    if (saved) setConfirming(true);
    else problems.show([]);
  };

  const submit = async () => {
    if (!ready) return t`Bản nháp chưa được lưu. Hãy thử lại.`;
    const { id, version } = ready;
    const { data, error } = await client.mutation(SubmitProposalDocument, { input: { proposalId: id, version, clientKey: `${clientKey}-${version}` } });
    if (data) {
      setConfirming(false);
      announce(t`Đã nộp đề xuất`);
      expectFocusOnHeading();
      await navigate({ to: '/de-xuat/$id', params: { id }, search: { 'bien-nhan': 'co' }, replace: true });
      return null;
    }
    const refused = error ? refusalOf(error, i18n).map((problem) => ({ ...problem, field: problem.field && placeOf(problem.field) })) : [];
    const listed = summaryOf(refused, onScreen);
    if (listed.some(({ field }) => field !== null)) {
      setConfirming(false);
      problems.show(listed);
      return null;
    }
    return error ? describe(appError(error), i18n) : null;
  };

  const title = localized(need.title);
  const price = totalOf(form.getValues('PRICE.lines'));
  return (
    <FormProvider {...form}>
      <MessagesContext value={problems.messageOf}>
        <Page>
          <PageHead>
            <PageHeading title={t`Soạn đề xuất`}>
              <Trans>Soạn đề xuất</Trans>
            </PageHeading>
            <Lead>
              <Trans>
                {organization.name} trả lời nhu cầu <span lang={title.lang}>«{title.text}»</span>. Đề xuất được mã hóa và niêm phong: không ai khác đọc được trước khi mở.
              </Trans>
            </Lead>
          </PageHead>
          <form
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              void toConfirm();
            }}
          >
            <Stack>
              <Countdown closesAt={need.closesAt} />
              <ErrorSummary items={problems.items} attempt={problems.attempt} />
              {sections.conflicts.map((name) => (
                <Conflict
                  key={name}
                  title={<Trans>«{i18n._(proposalSectionLabels[name])}» đã được sửa ở nơi khác</Trans>}
                  mine={form.getValues()}
                  load={() => {
                    const there = sections.theirs(name);
                    if (!there) return Promise.resolve(null);
                    const values = { ...form.getValues(), [name]: sectionValues(name, there, whole) };
                    return Promise.resolve({ version: there.version, values, ...(there.savedAt ? { updatedAt: there.savedAt } : {}) });
                  }}
                  answersOf={answersOf(name)}
                  onKeepMine={() => sections.keepMine(name)}
                  onTakeTheirs={() => sections.takeTheirs(name)}
                />
              ))}
              <div className={styles['split']}>
                <NeedBeside need={need} />
                <div className={styles['fields']}>
                  <SummaryFields />
                  <PriceFields />
                  <PlanFields />
                  <p>
                    <Trans>Các phần dưới đây không bắt buộc; bên có nhu cầu đánh giá dễ hơn khi có đủ.</Trans>
                  </p>
                  <More title={<Trans>Đội ngũ và dự án đã làm</Trans>}>
                    <TeamFields organizationId={organization.id} />
                  </More>
                  <More title={i18n._(proposalSectionLabels.INDICATORS)}>
                    <IndicatorFields />
                  </More>
                  <More title={i18n._(proposalSectionLabels.RISKS)}>
                    <RiskFields />
                  </More>
                  <More title={<Trans>Vốn</Trans>}>
                    <FinancingField />
                  </More>
                  <AttachmentsField stored={stored?.attachments ?? []} begin={sections.begin} onChanged={sections.changedElsewhere} />
                  {draftId && (
                    <ConsortiumPanel
                      id={draftId}
                      flush={sections.flush}
                      onFrozen={() => {
                        expectFocusOnHeading();
                        void navigate({ to: '/de-xuat/$id', params: { id: draftId }, search: {}, replace: true });
                      }}
                    />
                  )}
                </div>
              </div>
            </Stack>
            <SaveBar state={sections.state}>
              <Button type="submit" tone="primary" busy={busy}>
                <Trans>Nộp đề xuất</Trans>
              </Button>
            </SaveBar>
          </form>
        </Page>
        <ReasonDialog open={confirming} title={<Trans>Nộp đề xuất này?</Trans>} action={<Trans>Nộp đề xuất</Trans>} onClose={() => setConfirming(false)} onConfirm={submit}>
          <p>
            <Trans>
              Bạn nhận được biên nhận do máy chủ ký, có mã băm của nội dung. Trước hạn nộp, bạn vẫn rút được. Sau hạn thì không rút được nữa; bên có nhu cầu và Liên minh cùng mở, và bên có nhu cầu đọc đề xuất.
            </Trans>
          </p>
          <SummaryList>
            <Fact name={<Trans>Giá đề xuất</Trans>}>
              <strong>{price ? moneyInWords(price) : t`Chưa điền`}</strong>
            </Fact>
            <Fact name={<Trans>Thời gian thực hiện (tháng)</Trans>}>
              <strong>{form.getValues('WORK_PLAN.durationMonths')}</strong>
            </Fact>
          </SummaryList>
        </ReasonDialog>
      </MessagesContext>
    </FormProvider>
  );
}
