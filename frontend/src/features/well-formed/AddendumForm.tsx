import { Trans, useLingui } from '@lingui/react/macro';
import { useRef, useState } from 'react';
import { useMutation } from 'urql';
import { useSession } from '@/app/SessionProvider';
import { useServerErrors } from '@/app/useServerErrors';
import { toDayAndTime, toInstant } from '@/i18n/vietnamTime';
import { announce } from '@/ui/Announcer';
import { Button } from '@/ui/Button';
import { ErrorSummary } from '@/ui/ErrorSummary';
import { TextArea, TextField } from '@/ui/Field';
import { Section } from '@/ui/Page';
import { Row, Soft } from '@/ui/Panel';
import { PublishAddendumDocument, type NeedNotesQuery } from './well-formed.gql';
import styles from './WellFormed.module.css';

type Need = NonNullable<NeedNotesQuery['need']>;

/** For the owner of an open need: what is added stands beside what was published. */
export function AddendumForm({ need, onPublished }: { need: Need; onPublished: () => void }) {
  const { viewer } = useSession();
  const role = viewer?.memberships.find(({ organization }) => organization.id === need.organization.id)?.role;
  const [open, setOpen] = useState(false);
  if (need.status !== 'OPEN' || (role !== 'OWNER' && role !== 'EDITOR')) return null;
  return (
    <div className="no-print">
      {open ? (
        <Form
          need={need}
          onClose={() => setOpen(false)}
          onPublished={() => {
            setOpen(false);
            onPublished();
          }}
        />
      ) : (
        <Row>
          <Button onClick={() => setOpen(true)}>
            <Trans>Đăng bổ sung hoặc gia hạn</Trans>
          </Button>
        </Row>
      )}
    </div>
  );
}

function Form({ need, onClose, onPublished }: { need: Need; onClose: () => void; onPublished: () => void }) {
  const { t } = useLingui();
  const errors = useServerErrors();
  const [attempt, setAttempt] = useState(0);
  const [vi, setVi] = useState('');
  const [en, setEn] = useState('');
  const [until, setUntil] = useState(() => toDayAndTime(need.closesAt, '17:00'));
  const [publishing, publish] = useMutation(PublishAddendumDocument);
  // The same click twice is one addendum; a changed text is another.
  const key = useRef({ of: '', value: '' });

  const submit = async () => {
    errors.clear();
    const content = { text: { vi: vi.trim() || null, en: en.trim() || null }, closesAt: toInstant(until) };
    const of = JSON.stringify(content);
    if (key.current.of !== of) key.current = { of, value: crypto.randomUUID() };
    // The form shows minutes; a deadline that was left alone is the one that stands, to the second.
    const untouched = toDayAndTime(need.closesAt, '17:00');
    const closesAt = untouched.date === until.date && untouched.time === until.time ? null : content.closesAt;
    const { error } = await publish({ input: { clientKey: key.current.value, needId: need.id, version: need.version, text: content.text, closesAt } });
    if (error) {
      errors.refuse(error);
      setAttempt((count) => count + 1);
      return;
    }
    announce(t`Đã đăng bổ sung`);
    onPublished();
  };

  return (
    <Section title={<Trans>Đăng bổ sung</Trans>}>
      <Soft>
        <Trans>Nội dung đã đăng giữ nguyên; bổ sung đứng bên cạnh. Người đã hỏi và đang soạn đề xuất nhận được thư. Hạn tiếp nhận chỉ được lùi lại.</Trans>
      </Soft>
      <ErrorSummary items={errors.items} attempt={attempt} />
      <TextArea id="text.vi" lang="vi" label={<Trans>Nội dung bổ sung, tiếng Việt</Trans>} value={vi} onChange={(event) => setVi(event.target.value)} error={errors.messageOf('text.vi')} />
      <TextArea
        id="text.en"
        lang="en"
        optional
        label={<Trans>Nội dung bổ sung, tiếng Anh</Trans>}
        value={en}
        onChange={(event) => setEn(event.target.value)}
        error={errors.messageOf('text.en')}
      />
      <div className={styles['two']}>
        <TextField
          id="closesAt"
          type="date"
          label={<Trans>Hạn tiếp nhận: ngày</Trans>}
          value={until.date}
          onChange={(event) => setUntil({ ...until, date: event.target.value })}
          error={errors.messageOf('closesAt')}
        />
        <TextField id="closesAt.time" type="time" label={<Trans>Hạn tiếp nhận: giờ</Trans>} value={until.time} onChange={(event) => setUntil({ ...until, time: event.target.value })} />
      </div>
      <Row>
        <Button tone="primary" busy={publishing.fetching} onClick={submit}>
          <Trans>Công bố bổ sung</Trans>
        </Button>
        <Button tone="quiet" onClick={onClose}>
          <Trans>Thôi</Trans>
        </Button>
      </Row>
    </Section>
  );
}
