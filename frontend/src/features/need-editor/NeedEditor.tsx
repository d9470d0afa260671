import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { FormProvider, useForm, useWatch } from 'react-hook-form';
import { useClient } from 'urql';
import {
  Answers,
  Conflict,
  EditorFrame,
  EditorStep,
  MessagesContext,
  SaveBar,
  SentBack,
  Steps,
  answerOf,
  useAutosave,
  useDraftEditor,
  type EditingChoices,
  type Step,
} from '@/features/editing';
import { CriteriaEditor } from '@/features/evaluations';
import { EditorAdvice } from '@/features/market';
import { NeedFlags } from '@/features/well-formed';
import { announce } from '@/ui/Announcer';
import { Button } from '@/ui/Button';
import { ErrorSummary } from '@/ui/ErrorSummary';
import { Lead, Page, PageHead, Stack } from '@/ui/Page';
import { PageHeading, expectFocusOnHeading } from '@/ui/PageHeading';
import { Soft } from '@/ui/Panel';
import { FocalPoint } from './FocalPoint';
import { NeedFields } from './NeedFields';
import { NeedSent } from './NeedSent';
import { CreateNeedDocument, NeedToEditDocument, OpenNeedDocument, SubmitNeedDocument, UpdateNeedDocument, type NeedDraftFragment } from './need-editor.gql';
import { useNeedForm } from './useNeedForm';
import { contentOf, valuesOf, type NeedValues } from './values';

interface Props {
  organization: { id: string; name: string };
  stored: NeedDraftFragment | null;
  choices: EditingChoices;
  reviewing: boolean;
  onMade: (id: string) => void;
}

export function NeedEditor({ organization, stored, choices, reviewing, onMade }: Props) {
  const { i18n, t } = useLingui();
  const client = useClient();
  const navigate = useNavigate();
  const words = useNeedForm(choices);
  const [id, setId] = useState(stored?.id ?? null);
  const [busy, setBusy] = useState(false);
  const [sent, setSent] = useState<NeedDraftFragment | null>(null);
  const form = useForm<NeedValues>({ defaultValues: valuesOf(stored) });

  // What is saved while the market is consulted is public at once.
  const consulting = stored?.status === 'CONSULTATION';
  const { state, autosave, keepMine, takeTheirs } = useAutosave({
    form,
    draft: stored,
    toContent: contentOf,
    byHand: consulting,
    calls: {
      create: async (content, clientKey) =>
        answerOf(
          await client.mutation(CreateNeedDocument, { input: { clientKey, organizationId: organization.id, content } }),
          ({ createNeed }) => createNeed.need,
          i18n,
        ),
      update: async (needId, version, content) =>
        answerOf(await client.mutation(UpdateNeedDocument, { input: { needId, version, content } }), ({ updateNeed }) => updateNeed.need, i18n),
      started: (made) => {
        setId(made);
        onMade(made);
      },
    },
  });
  // Who completes a draft for somebody else does not send it in.
  const sends = !stored || consulting || stored.viewerCan.includes('SUBMIT');
  const problems = useDraftEditor(state);

  const show = (step: 'xem-lai' | undefined) => {
    expectFocusOnHeading();
    void navigate({ to: '.', search: { buoc: step } });
  };

  const toReview = async () => {
    problems.clear();
    const unreadable = words.unreadable(form.getValues());
    if (unreadable.length > 0) return problems.show(unreadable);
    if (!autosave.unsaved && autosave.version === null) {
      return problems.show([{ field: 'content.title.vi', message: t`Bản nháp còn trống. Hãy bắt đầu từ tên nhu cầu.` }]);
    }
    setBusy(true);
    const saved = await autosave.flush();
    setBusy(false);
    if (saved) show('xem-lai');
    else problems.show([]);
  };

  const submit = async () => {
    if (!id) return;
    setBusy(true);
    problems.clear();
    const input = { input: { needId: id } };
    if (consulting) {
      const opened = await client.mutation(OpenNeedDocument, input);
      setBusy(false);
      if (opened.data) {
        announce(t`Đã mở nhận đề xuất`);
        expectFocusOnHeading();
        await navigate({ to: '/nhu-cau/$id', params: { id } });
      } else if (opened.error) {
        show(undefined);
        problems.refuse(opened.error);
      }
      return;
    }
    const { data, error } = await client.mutation(SubmitNeedDocument, input);
    setBusy(false);
    if (data) {
      expectFocusOnHeading();
      setSent(data.submitNeed.need);
      announce(t`Đã gửi nhu cầu`);
    } else if (error) {
      show(undefined);
      problems.refuse(error);
    }
  };

  const change = (field: string) => {
    show(undefined);
    setTimeout(() => document.getElementById(field)?.focus(), 50);
  };

  if (sent) return <NeedSent need={sent} />;

  const flags = <NeedFlags needId={id} savedAt={state.kind === 'saved' ? state.at : null} save={() => autosave.flush()} />;
  const summary = <ErrorSummary items={problems.items} attempt={problems.attempt} />;
  return (
    <FormProvider {...form}>
      <MessagesContext value={problems.messageOf}>
        {reviewing && (
          <Page narrow>
            <PageHead>
              <PageHeading key="review" title={t`Xem lại nhu cầu`}>
                {consulting ? <Trans>Xem lại trước khi mở nhận đề xuất</Trans> : <Trans>Xem lại trước khi gửi</Trans>}
              </PageHeading>
              <Lead>
                {consulting ? (
                  <Trans>Thay đổi của bạn đã công khai. Khi mở, doanh nghiệp nộp được đề xuất; từ đó chỉ bổ sung được bằng phụ lục, và tiêu chí đánh giá không đổi nữa.</Trans>
                ) : (
                  <Trans>Sau khi được duyệt, mọi mục dưới đây hiện công khai. Tên cơ quan đăng: {organization.name}.</Trans>
                )}
              </Lead>
            </PageHead>
            <Stack>
              {summary}
              <section aria-labelledby="flags-title">
                <h2 id="flags-title">
                  <Trans>Lưu ý trước khi gửi</Trans>
                </h2>
                {flags}
              </section>
              <Answers steps={words.steps(form.getValues())} answers={words.answers(form.getValues())} onChange={change} />
            </Stack>
            <SaveBar state={state} byHand={consulting}>
              <Button tone="quiet" onClick={() => show(undefined)}>
                <Trans>Sửa tiếp</Trans>
              </Button>
              {sends && <Button tone="primary" busy={busy} onClick={submit}>
                {consulting ? <Trans>Mở nhận đề xuất</Trans> : busy ? <Trans>Đang gửi…</Trans> : <Trans>Gửi để duyệt</Trans>}
              </Button>}
            </SaveBar>
          </Page>
        )}
        <div hidden={reviewing}>
          <Page>
            <PageHead>
              {!reviewing && (
                <PageHeading key="form" title={stored ? t`Soạn nhu cầu` : t`Đăng nhu cầu`}>
                  {stored ? <Trans>Soạn nhu cầu</Trans> : <Trans>Đăng nhu cầu</Trans>}
                </PageHeading>
              )}
              <Lead>
                {consulting ? (
                  <Trans>{organization.name} · nhu cầu đang tham vấn thị trường: những gì bạn sửa hiện công khai khi bạn bấm «Lưu, xem lại và mở».</Trans>
                ) : (
                  <Trans>{organization.name} · bản nháp chỉ người trong cơ quan đọc được.</Trans>
                )}
              </Lead>
            </PageHead>
            <Stack>
              {stored?.status === 'CHANGES_REQUESTED' && <SentBack review={stored.lastReview} reason={stored.statusReason} />}
              {summary}
              {state.kind === 'conflict' && (
                <Conflict
                  mine={form.getValues()}
                  load={async () => {
                    const { data } = await client.query(NeedToEditDocument, { id: id ?? '' }, { requestPolicy: 'network-only' });
                    const need = data?.need;
                    return need ? { version: need.version, updatedAt: need.updatedAt, values: valuesOf(need) } : null;
                  }}
                  answersOf={words.answers}
                  onKeepMine={({ version }) => void keepMine(version)}
                  onTakeTheirs={({ version, values }) => takeTheirs(version, values)}
                />
              )}
              <EditorFrame
                onSubmit={(event) => {
                  event.preventDefault();
                  void toReview();
                }}
                steps={
                  <LiveSteps steps={words.steps}>
                    <Soft>
                      <Trans>Bắt buộc trước khi gửi: tên, tóm tắt, địa bàn, lĩnh vực, hạn tiếp nhận.</Trans>
                    </Soft>
                  </LiveSteps>
                }
                advice={<EditorAdvice what="need" id={sends ? id : null} savedAt={state.kind === 'saved' ? state.at : null} />}
                bar={
                  <SaveBar state={state} byHand={consulting}>
                    <Button type="submit" tone="primary" busy={busy}>
                      {consulting ? <Trans>Lưu, xem lại và mở</Trans> : sends ? <Trans>Xem lại và gửi</Trans> : <Trans>Xem lại</Trans>}
                    </Button>
                  </SaveBar>
                }
              >
                {id && !consulting && <FocalPoint id={id} save={() => autosave.flush()} />}
                <NeedFields choices={choices} stored={stored} />
                <EditorStep id="phan-criteria" title={t`Tiêu chí đánh giá`}>
                  <CriteriaEditor key={id} needId={id} />
                </EditorStep>
                {!reviewing && <EditorStep id="phan-flags" title={t`Lưu ý trước khi gửi`}>{flags}</EditorStep>}
              </EditorFrame>
            </Stack>
          </Page>
        </div>
      </MessagesContext>
    </FormProvider>
  );
}

function LiveSteps({ steps, children }: { steps: (values: NeedValues) => Step[]; children: ReactNode }) {
  const content = useWatch<NeedValues, 'content'>({ name: 'content' });
  return <Steps steps={steps({ content })}>{children}</Steps>;
}
