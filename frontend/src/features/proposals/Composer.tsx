import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { useClient } from 'urql';
import { appError, describe } from '@/app/errors';
import { Conflict, MessagesContext, MoneyField, SaveBar, answerOf, refusalOf, summaryOf, useAutosave, useDraftEditor, type Answer } from '@/features/editing';
import { localized } from '@/i18n/bilingual';
import { localeLabels } from '@/i18n/accountLabels';
import { valuesOf as keysOf } from '@/i18n/labels';
import { moneyInWords, parseMoney } from '@/i18n/money';
import { announce } from '@/ui/Announcer';
import { Button } from '@/ui/Button';
import { ErrorSummary } from '@/ui/ErrorSummary';
import { Option, OptionGroup, TextArea, TextField } from '@/ui/Field';
import { Lead, Page, PageHead, Stack } from '@/ui/Page';
import { PageHeading, expectFocusOnHeading } from '@/ui/PageHeading';
import { ReasonDialog } from '@/ui/ReasonDialog';
import { Fact, SummaryList } from '@/ui/SummaryList';
import { Countdown } from './Countdown';
import { NeedBeside } from './NeedBeside';
import styles from './Proposals.module.css';
import { CreateProposalDocument, ProposalByIdDocument, SubmitProposalDocument, UpdateProposalDocument, type NeedAnsweredFragment, type ProposalWholeFragment } from './proposals.gql';
import { contentOf, monthsOf, valuesOf, type ProposalValues } from './values';

interface Props {
  need: NeedAnsweredFragment;
  organization: { id: string; name: string };
  stored: ProposalWholeFragment | null;
  onMade: (id: string) => void;
}

const onScreen = (id: string) => document.getElementById(id) !== null;

export function Composer({ need, organization, stored, onMade }: Props) {
  const { t, i18n } = useLingui();
  const client = useClient();
  const navigate = useNavigate();
  const [id, setId] = useState(stored?.id ?? null);
  const [confirming, setConfirming] = useState(false);
  const [busy, setBusy] = useState(false);
  const form = useForm<ProposalValues>({ defaultValues: valuesOf(stored) });
  const { register } = form;
  const { state, autosave, keepMine, takeTheirs } = useAutosave({
    form,
    draft: stored,
    toContent: contentOf,
    calls: {
      create: async (content, clientKey) =>
        answerOf(
          await client.mutation(CreateProposalDocument, { input: { clientKey, needId: need.id, organizationId: organization.id, content } }),
          ({ createProposal }) => createProposal.proposal,
          i18n,
        ),
      update: async (proposalId, version, content) =>
        answerOf(
          await client.mutation(UpdateProposalDocument, { input: { proposalId, version, content } }),
          ({ updateProposal }) => updateProposal.proposal,
          i18n,
        ),
      started: (made) => {
        setId(made);
        onMade(made);
      },
    },
  });
  const problems = useDraftEditor(state);

  const answers = ({ content }: ProposalValues): Answer[] => {
    const price = parseMoney(content.priceAmount);
    const rows: [string, string, string | null][] = [
      ['content.language', t`Ngôn ngữ của đề xuất`, i18n._(localeLabels[content.language])],
      ['content.summary', t`Tóm tắt`, content.summary],
      ['content.approach', t`Cách thực hiện`, content.approach],
      ['content.priceAmount', t`Giá đề xuất`, price ? moneyInWords(price) : content.priceAmount],
      ['content.durationMonths', t`Thời gian thực hiện (tháng)`, content.durationMonths],
    ];
    return rows.map(([field, label, value]) => ({ step: 'de-xuat', field, label, value: value?.trim() || null }));
  };

  const toConfirm = async () => {
    problems.clear();
    const { content } = form.getValues();
    const found = [
      ...(content.summary.trim() ? [] : [{ field: 'content.summary', message: t`Hãy viết tóm tắt: bạn sẽ đạt kết quả nào, bằng cách nào.` }]),
      ...(content.approach.trim() ? [] : [{ field: 'content.approach', message: t`Hãy mô tả cách thực hiện.` }]),
      ...(typeof parseMoney(content.priceAmount) !== 'string' ? [{ field: 'content.priceAmount', message: t`Chưa đọc được số tiền. Hãy viết như: 5 tỷ, 1 tỷ 250 triệu, 750.000.000.` }] : []),
      ...(typeof monthsOf(content.durationMonths) !== 'number' ? [{ field: 'content.durationMonths', message: t`Hãy điền số tháng, ví dụ 18.` }] : []),
    ];
    if (found.length > 0) return problems.show(found);
    setBusy(true);
    const saved = await autosave.flush();
    setBusy(false);
    if (saved) setConfirming(true);
    else problems.show([]);
  };

  const submit = async () => {
    const { version } = autosave;
    if (!id || version === null) return t`Bản nháp chưa được lưu. Hãy thử lại.`;
    const { data, error } = await client.mutation(SubmitProposalDocument, { input: { proposalId: id, version } });
    if (data) {
      setConfirming(false);
      announce(t`Đã nộp đề xuất`);
      expectFocusOnHeading();
      await navigate({ to: '/de-xuat/$id', params: { id }, search: { 'bien-nhan': 'co' }, replace: true });
      return null;
    }
    const listed = error ? summaryOf(refusalOf(error, i18n), onScreen) : [];
    if (listed.some(({ field }) => field !== null)) {
      setConfirming(false);
      problems.show(listed);
      return null;
    }
    return error ? describe(appError(error), i18n) : null;
  };

  const title = localized(need.title);
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
                {organization.name} trả lời nhu cầu <span lang={title.lang}>«{title.text}»</span>. Đề xuất được niêm phong: không ai khác đọc được trước hạn nộp.
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
              {state.kind === 'conflict' && (
                <Conflict
                  mine={form.getValues()}
                  load={async () => {
                    const { data } = await client.query(ProposalByIdDocument, { id: id ?? '' }, { requestPolicy: 'network-only' });
                    const found = data?.proposal;
                    return found ? { version: found.version, updatedAt: found.updatedAt, values: valuesOf(found) } : null;
                  }}
                  answersOf={answers}
                  onKeepMine={({ version }) => void keepMine(version)}
                  onTakeTheirs={({ version, values }) => takeTheirs(version, values)}
                />
              )}
              <div className={styles['split']}>
                <NeedBeside need={need} />
                <div className={styles['fields']}>
                  <OptionGroup id="content.language" label={<Trans>Ngôn ngữ của đề xuất</Trans>}>
                    {keysOf(localeLabels).map((value) => (
                      <Option key={value} type="radio" value={value} {...register('content.language')}>
                        {i18n._(localeLabels[value])}
                      </Option>
                    ))}
                  </OptionGroup>
                  <TextArea
                    id="content.summary"
                    label={<Trans>Tóm tắt</Trans>}
                    hint={<Trans>Kết quả bạn cam kết và cách đo, trong ba đến năm câu.</Trans>}
                    error={problems.messageOf('content.summary')}
                    {...register('content.summary')}
                  />
                  <div className={styles['long']}>
                    <TextArea
                      id="content.approach"
                      label={<Trans>Cách thực hiện</Trans>}
                      hint={<Trans>Các bước, nhân sự, điều kiện cần từ phía cơ quan, rủi ro và cách xử lý, bàn giao.</Trans>}
                      error={problems.messageOf('content.approach')}
                      {...register('content.approach')}
                    />
                  </div>
                  <MoneyField name="content.priceAmount" optional={false} label={<Trans>Giá đề xuất</Trans>} hint={<Trans>Viết như 12 tỷ hoặc 750.000.000, đã gồm thuế.</Trans>} />
                  <TextField
                    id="content.durationMonths"
                    inputMode="numeric"
                    label={<Trans>Thời gian thực hiện (tháng)</Trans>}
                    error={problems.messageOf('content.durationMonths')}
                    {...register('content.durationMonths')}
                  />
                </div>
              </div>
            </Stack>
            <SaveBar state={state}>
              <Button type="submit" tone="primary" busy={busy}>
                <Trans>Nộp đề xuất</Trans>
              </Button>
            </SaveBar>
          </form>
        </Page>
        <ReasonDialog
          open={confirming}
          title={<Trans>Nộp đề xuất này?</Trans>}
          action={<Trans>Nộp đề xuất</Trans>}
          onClose={() => setConfirming(false)}
          onConfirm={submit}
        >
          <p>
            <Trans>Bạn nhận được biên nhận có mã băm của nội dung. Trước hạn nộp, bạn vẫn rút được; đến hạn, đề xuất mở cho cơ quan đăng nhu cầu và không rút được nữa.</Trans>
          </p>
          <SummaryList>
            {answers(form.getValues())
              .filter(({ field }) => field === 'content.priceAmount' || field === 'content.durationMonths')
              .map(({ field, label, value }) => (
                <Fact key={field} name={label}>
                  <strong>{value ?? t`Chưa điền`}</strong>
                </Fact>
              ))}
          </SummaryList>
        </ReasonDialog>
      </MessagesContext>
    </FormProvider>
  );
}
