import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { FormProvider, useForm, useWatch } from 'react-hook-form';
import { useClient } from 'urql';
import {
  Answers,
  Conflict,
  EditorFrame,
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
import { EditorAdvice } from '@/features/market';
import { announce } from '@/ui/Announcer';
import { Button } from '@/ui/Button';
import { ErrorSummary } from '@/ui/ErrorSummary';
import { Lead, Page, PageHead, Stack } from '@/ui/Page';
import { PageHeading, expectFocusOnHeading } from '@/ui/PageHeading';
import { Soft } from '@/ui/Panel';
import { OfferFields } from './OfferFields';
import { OfferSent } from './OfferSent';
import { CreateOfferDocument, OfferToEditDocument, SubmitOfferDocument, UpdateOfferDocument, type OfferDraftFragment } from './offer-editor.gql';
import { useOfferForm } from './useOfferForm';
import { contentOf, valuesOf, type OfferValues } from './values';

interface Props {
  organization: { id: string; name: string };
  stored: OfferDraftFragment | null;
  choices: EditingChoices;
  reviewing: boolean;
  onMade: (id: string) => void;
}

export function OfferEditor({ organization, stored, choices, reviewing, onMade }: Props) {
  const { i18n, t } = useLingui();
  const client = useClient();
  const navigate = useNavigate();
  const words = useOfferForm(choices);
  const [id, setId] = useState(stored?.id ?? null);
  const [busy, setBusy] = useState(false);
  const [sent, setSent] = useState<OfferDraftFragment | null>(null);
  const form = useForm<OfferValues>({ defaultValues: valuesOf(stored) });

  const { state, autosave, keepMine, takeTheirs } = useAutosave({
    form,
    draft: stored,
    toContent: contentOf,
    calls: {
      create: async (content, clientKey) =>
        answerOf(
          await client.mutation(CreateOfferDocument, { input: { clientKey, organizationId: organization.id, content } }),
          ({ createOffer }) => createOffer.offer,
          i18n,
        ),
      update: async (offerId, version, content) =>
        answerOf(await client.mutation(UpdateOfferDocument, { input: { offerId, version, content } }), ({ updateOffer }) => updateOffer.offer, i18n),
      started: (made) => {
        setId(made);
        onMade(made);
      },
    },
  });
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
      return problems.show([{ field: 'content.title.vi', message: t`Bản nháp còn trống. Hãy bắt đầu từ tên giải pháp.` }]);
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
    const { data, error } = await client.mutation(SubmitOfferDocument, { input: { offerId: id } });
    setBusy(false);
    if (data) {
      expectFocusOnHeading();
      setSent(data.submitOffer.offer);
      announce(t`Đã gửi giải pháp`);
    } else if (error) {
      show(undefined);
      problems.refuse(error);
    }
  };

  const change = (field: string) => {
    show(undefined);
    setTimeout(() => document.getElementById(field)?.focus(), 50);
  };

  if (sent) return <OfferSent offer={sent} />;

  const summary = <ErrorSummary items={problems.items} attempt={problems.attempt} />;
  return (
    <FormProvider {...form}>
      <MessagesContext value={problems.messageOf}>
        {reviewing && (
          <Page narrow>
            <PageHead>
              <PageHeading key="review" title={t`Xem lại giải pháp`}>
                <Trans>Xem lại trước khi gửi</Trans>
              </PageHeading>
              <Lead>
                <Trans>Sau khi được duyệt, mọi mục dưới đây hiện công khai. Tổ chức đăng: {organization.name}.</Trans>
              </Lead>
            </PageHead>
            <Stack>
              {summary}
              <Answers steps={words.steps(form.getValues())} answers={words.answers(form.getValues())} onChange={change} />
            </Stack>
            <SaveBar state={state}>
              <Button tone="quiet" onClick={() => show(undefined)}>
                <Trans>Sửa tiếp</Trans>
              </Button>
              <Button tone="primary" busy={busy} onClick={submit}>
                {busy ? <Trans>Đang gửi…</Trans> : <Trans>Gửi để duyệt</Trans>}
              </Button>
            </SaveBar>
          </Page>
        )}
        <div hidden={reviewing}>
          <Page>
            <PageHead>
              {!reviewing && (
                <PageHeading key="form" title={stored ? t`Soạn giải pháp` : t`Đăng giải pháp`}>
                  {stored ? <Trans>Soạn giải pháp</Trans> : <Trans>Đăng giải pháp</Trans>}
                </PageHeading>
              )}
              <Lead>
                <Trans>{organization.name} · bản nháp chỉ người trong tổ chức đọc được.</Trans>
              </Lead>
            </PageHead>
            <Stack>
              {stored?.status === 'REJECTED' && <SentBack review={stored.lastReview} reason={stored.statusReason} />}
              {summary}
              {state.kind === 'conflict' && (
                <Conflict
                  mine={form.getValues()}
                  load={async () => {
                    const { data } = await client.query(OfferToEditDocument, { id: id ?? '' }, { requestPolicy: 'network-only' });
                    const offer = data?.offer;
                    return offer ? { version: offer.version, updatedAt: offer.updatedAt, values: valuesOf(offer) } : null;
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
                      <Trans>Bắt buộc trước khi gửi: tên, tóm tắt, lĩnh vực.</Trans>
                    </Soft>
                  </LiveSteps>
                }
                advice={<EditorAdvice what="offer" id={id} savedAt={state.kind === 'saved' ? state.at : null} />}
                bar={
                  <SaveBar state={state}>
                    <Button type="submit" tone="primary" busy={busy}>
                      <Trans>Xem lại và gửi</Trans>
                    </Button>
                  </SaveBar>
                }
              >
                <OfferFields choices={choices} stored={stored} />
              </EditorFrame>
            </Stack>
          </Page>
        </div>
      </MessagesContext>
    </FormProvider>
  );
}

function LiveSteps({ steps, children }: { steps: (values: OfferValues) => Step[]; children: ReactNode }) {
  const content = useWatch<OfferValues, 'content'>({ name: 'content' });
  return <Steps steps={steps({ content })}>{children}</Steps>;
}
