import { Trans, useLingui } from '@lingui/react/macro';
import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import { useState, type FormEvent } from 'react';
import { useMutation, useQuery } from 'urql';
import { Answer } from '@/app/Answer';
import { useServerErrors } from '@/app/useServerErrors';
import { Button } from '@/ui/Button';
import { ErrorSummary, type SummaryItem } from '@/ui/ErrorSummary';
import { TextArea, TextField } from '@/ui/Field';
import { Stack } from '@/ui/Page';
import { Row } from '@/ui/Panel';
import styles from './Engine.module.css';
import { conceptPath, type ConceptPart } from './conceptPath';
import { TaxonomyContentDocument, WriteTaxonomyDocument } from './taxonomy.gql';

const partLabels: Record<ConceptPart, MessageDescriptor> = {
  id: msg`mã`,
  domains: msg`lĩnh vực`,
  vi: msg`từ tiếng Việt`,
  en: msg`từ tiếng Anh`,
  broader: msg`khái niệm rộng hơn`,
};

/** The concepts are fetched only when somebody wants to write: they are long. */
export function TaxonomyWriter({ onWritten }: { onWritten: (version: string) => void }) {
  const [open, setOpen] = useState(false);
  return (
    <details className={styles['more']} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <Trans>Viết ấn bản mới</Trans>
      </summary>
      {open && (
        <Content
          onWritten={(version) => {
            setOpen(false);
            onWritten(version);
          }}
        />
      )}
    </details>
  );
}

function Content({ onWritten }: { onWritten: (version: string) => void }) {
  const [result, retry] = useQuery({ query: TaxonomyContentDocument, requestPolicy: 'cache-and-network' });
  return (
    <Answer result={result} retry={retry}>
      {({ engine }) => <Form key={engine.taxonomyVersion} current={engine.taxonomy} onWritten={onWritten} />}
    </Answer>
  );
}

const [noteField, conceptsField] = ['taxonomy.note', 'taxonomy.concepts'];

function Form({ current, onWritten }: { current: string; onWritten: (version: string) => void }) {
  const { t, i18n } = useLingui();
  const [concepts, setConcepts] = useState(current);
  const [note, setNote] = useState('');
  const [sent, setSent] = useState(current);
  const [attempt, setAttempt] = useState(0);
  const [missing, setMissing] = useState(false);
  const [{ fetching }, write] = useMutation(WriteTaxonomyDocument);
  const errors = useServerErrors();

  const named = ({ field, ...item }: SummaryItem): SummaryItem => {
    const path = conceptPath(field, sent);
    if (!path) return { ...item, field: field === 'note' ? noteField : field === 'concepts' ? conceptsField : null };
    const which = path.id ? t`khái niệm thứ ${path.number} (${path.id})` : t`khái niệm thứ ${path.number}`;
    const where = path.part ? `${which}, ${i18n._(partLabels[path.part])}` : which;
    return { ...item, field: conceptsField, message: `${where}: ${item.message}` };
  };
  const noteMissing = t`Hãy ghi điểm mới của ấn bản.`;
  const items = missing ? [{ field: noteField, message: noteMissing }] : errors.items.map(named);
  const messageOf = (of: string) => {
    const found = items.filter(({ field }) => field === of);
    return found.length > 1 ? t`Danh sách khái niệm có chỗ cần sửa, kể ở trên.` : found[0]?.message;
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    errors.clear();
    setMissing(note.trim() === '');
    setAttempt((count) => count + 1);
    if (note.trim() === '') return;
    setSent(concepts);
    const { data, error } = await write({ input: { note: note.trim(), concepts } });
    if (error) {
      errors.refuse(error);
      setAttempt((count) => count + 1);
    } else if (data) onWritten(data.writeTaxonomy.edition.version);
  };

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack>
        <ErrorSummary items={items} attempt={attempt} />
        <TextField
          id={noteField}
          label={<Trans>Điểm mới của ấn bản</Trans>}
          hint={<Trans>Không quá 500 ký tự, ví dụ: thêm từ đồng nghĩa về chiếu sáng.</Trans>}
          value={note}
          onChange={(event) => setNote(event.target.value)}
          error={messageOf(noteField)}
        />
        <TextArea
          id={conceptsField}
          label={<Trans>Danh sách khái niệm (JSON)</Trans>}
          hint={<Trans>Mỗi dòng một khái niệm, gồm id, domains, vi, en và nếu có thì broader: mã của khái niệm rộng hơn.</Trans>}
          rows={20}
          wrap="off"
          spellCheck={false}
          autoComplete="off"
          value={concepts}
          onChange={(event) => setConcepts(event.target.value)}
          error={messageOf(conceptsField)}
        />
        <Row>
          <Button type="submit" tone="primary" busy={fetching}>
            <Trans>Lưu ấn bản</Trans>
          </Button>
          <Button tone="quiet" onClick={() => setConcepts(current)} disabled={concepts === current}>
            <Trans>Lấy lại danh sách đang dùng</Trans>
          </Button>
        </Row>
      </Stack>
    </form>
  );
}
