import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { useClient, useMutation } from 'urql';
import { hasCode } from '@/app/errors';
import { OutcomeNotice, useOutcome } from '@/features/account';
import { Conflict, MessagesContext, type EditingChoices } from '@/features/editing';
import { announce } from '@/ui/Announcer';
import { Button } from '@/ui/Button';
import styles from './Researcher.module.css';
import { OwnResearcherDocument, UpdateResearcherDocument, type OwnResearcherQuery } from './researcher-editor.gql';
import { useResearcherAnswers } from './researcherAnswers';
import { ResearcherFields } from './ResearcherFields';
import { contentOf, valuesOf, writtenPublications, type ResearcherValues } from './values';

interface Props {
  viewer: NonNullable<OwnResearcherQuery['viewer']>;
  choices: EditingChoices;
}

export function ResearcherForm({ viewer, choices }: Props) {
  const { t } = useLingui();
  const client = useClient();
  const outcome = useOutcome();
  const answersOf = useResearcherAnswers(viewer, choices);
  const [version, setVersion] = useState(viewer.researcher?.version ?? 0);
  const [stale, setStale] = useState(false);
  const [{ fetching }, update] = useMutation(UpdateResearcherDocument);
  const form = useForm<ResearcherValues>({ defaultValues: valuesOf(viewer.researcher), shouldFocusError: false });

  const submit = form.handleSubmit(async (values) => {
    outcome.clear();
    const { headline } = values.content;
    // A line that was left empty is dropped, so that the server's numbers are the form's.
    const publications = writtenPublications(values);
    form.setValue('content.publications', publications);
    const missing = [
      ...(headline.vi.trim() === '' && headline.en.trim() === '' ? [{ field: 'content.headline.vi', message: t`Giới thiệu chuyên môn của bạn trong một dòng.` }] : []),
      ...publications.flatMap(({ year }, index) =>
        /^\d{4}$/.test(year.trim()) ? [] : [{ field: `content.publications.${index}.year`, message: t`Hãy viết năm bằng bốn chữ số, ví dụ 2024.` }],
      ),
    ];
    if (missing.length > 0) return outcome.remark(...missing);
    const { data, error } = await update({ input: { version, content: contentOf(values) } });
    if (data) {
      const fresh = data.updateResearcher.researcher;
      setVersion(fresh.version);
      form.reset(valuesOf(fresh));
      outcome.succeed(fresh.public ? t`Đã lưu hồ sơ chuyên gia.` : t`Đã lưu hồ sơ chuyên gia. Hồ sơ chưa hiện công khai.`);
    } else if (hasCode(error, 'STALE_VERSION')) setStale(true);
    else if (error) outcome.refuse(error);
  });

  if (stale) {
    return (
      <Conflict
        title={<Trans>Hồ sơ này vừa được sửa ở nơi khác</Trans>}
        mine={form.getValues()}
        load={async () => {
          const { data } = await client.query(OwnResearcherDocument, {}, { requestPolicy: 'network-only' }).toPromise();
          return data?.viewer ? { version: data.viewer.researcher?.version ?? 0, values: valuesOf(data.viewer.researcher) } : null;
        }}
        answersOf={answersOf}
        onKeepMine={(theirs) => {
          setVersion(theirs.version);
          setStale(false);
          announce(t`Giữ bản của bạn; hãy bấm lưu lần nữa`);
        }}
        onTakeTheirs={(theirs) => {
          setVersion(theirs.version);
          form.reset(theirs.values);
          setStale(false);
          announce(t`Đã lấy bản trên máy chủ`);
        }}
      />
    );
  }
  return (
    <FormProvider {...form}>
      <MessagesContext value={outcome.messageOf}>
        <form className={styles['form']} onSubmit={submit} noValidate>
          <OutcomeNotice outcome={outcome} />
          <ResearcherFields viewer={viewer} choices={choices} />
          <div>
            <Button type="submit" tone="primary" busy={fetching}>
              {fetching ? <Trans>Đang lưu…</Trans> : <Trans>Lưu hồ sơ chuyên gia</Trans>}
            </Button>
          </div>
        </form>
      </MessagesContext>
    </FormProvider>
  );
}
