import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useRef, useState } from 'react';
import { useClient, useQuery } from 'urql';
import { useServerErrors } from '@/app/useServerErrors';
import { localized } from '@/i18n/bilingual';
import { flagSeverityLabels } from '@/i18n/wellFormedLabels';
import { announce } from '@/ui/Announcer';
import { Button } from '@/ui/Button';
import { TextArea } from '@/ui/Field';
import { Notice, Row, Soft } from '@/ui/Panel';
import { Tag, type Tone } from '@/ui/Tag';
import { JustifyNeedFlagDocument, NeedFlagsDocument, type FlagFragment } from './well-formed.gql';
import styles from './WellFormed.module.css';

interface Props {
  needId: string | null;
  /** When the draft was saved last, in milliseconds; null while it is being changed. */
  savedAt: number | null;
  /** Saves what is not saved yet; true when the server has it all. */
  save: () => Promise<boolean>;
}

/** What a bidder would stumble over, asked again after each save. */
export function NeedFlags({ needId, savedAt, save }: Props) {
  const [{ data, error }, ask] = useQuery({ query: NeedFlagsDocument, variables: { id: needId ?? '' }, pause: needId === null, requestPolicy: 'network-only' });
  const known = useRef(savedAt);
  useEffect(() => {
    if (savedAt === null || savedAt === known.current) return;
    known.current = savedAt;
    ask();
  }, [savedAt, ask]);

  if (needId === null) {
    return (
      <Soft>
        <Trans>Khi bản nháp được lưu, hệ thống đọc và nêu ở đây những chỗ bên dự dễ vướng.</Trans>
      </Soft>
    );
  }
  if (error) {
    return (
      <Soft>
        <Trans>Chưa tải được các lưu ý. Lần lưu sau sẽ thử lại; việc soạn không bị ảnh hưởng.</Trans>
      </Soft>
    );
  }
  const need = data?.need;
  if (!need) return null;
  const held = need.flags.filter(({ severity, justification }) => severity === 'BLOCKS' || (severity === 'WARNS' && !justification)).length;
  return (
    <>
      {held > 0 ? (
        <Notice tone="warning">
          <Trans>Còn {held} chỗ cần sửa hoặc giải thích trước khi gửi. Phần giải thích sẽ hiện công khai cùng nhu cầu.</Trans>
        </Notice>
      ) : (
        <Notice tone="positive">
          {need.flags.length === 0 ? <Trans>Không có lưu ý nào.</Trans> : <Trans>Không còn gì cản việc gửi. Các gợi ý dưới đây không bắt buộc.</Trans>}
        </Notice>
      )}
      <ul className={styles['flags']}>
        {need.flags.map((flag) => (
          <FlagItem key={flag.code} needId={need.id} flag={flag} save={save} ask={ask} />
        ))}
      </ul>
    </>
  );
}

const tones: Record<FlagFragment['severity'], Tone> = { BLOCKS: 'danger', WARNS: 'warning', ADVICE: 'neutral' };

function FlagItem({ needId, flag, save, ask }: { needId: string; flag: FlagFragment; save: () => Promise<boolean>; ask: () => void }) {
  const { i18n } = useLingui();
  const sentence = localized(flag.sentence);
  return (
    <li id={`flags.${flag.code}`} tabIndex={-1} className={styles['flag']}>
      <Row>
        <Tag tone={flag.justification ? 'positive' : tones[flag.severity]} icon={flag.justification ? 'check' : flag.severity === 'ADVICE' ? 'info' : 'warning'}>
          {flag.justification ? <Trans>Đã giải thích</Trans> : i18n._(flagSeverityLabels[flag.severity])}
        </Tag>
      </Row>
      <p lang={sentence.lang}>{sentence.text}</p>
      <Soft>{localized(flag.reason).text}</Soft>
      {flag.severity === 'WARNS' && <Justification key={flag.justification} needId={needId} flag={flag} save={save} ask={ask} />}
    </li>
  );
}

function Justification({ needId, flag, save, ask }: { needId: string; flag: FlagFragment; save: () => Promise<boolean>; ask: () => void }) {
  const { t } = useLingui();
  const errors = useServerErrors();
  const client = useClient();
  const [text, setText] = useState(flag.justification ?? '');
  const [busy, setBusy] = useState(false);
  const [open, setOpen] = useState(false);
  const id = `flags.${flag.code}.text`;

  const submit = async () => {
    errors.clear();
    setBusy(true);
    // What is typed meanwhile is saved first: the justification is of what then stands there.
    const saved = await save();
    const { data } = await client.query(NeedFlagsDocument, { id: needId }, { requestPolicy: 'network-only' });
    const version = data?.need?.version;
    if (saved && version !== undefined) {
      const { error } = await client.mutation(JustifyNeedFlagDocument, { input: { clientKey: crypto.randomUUID(), needId, version, code: flag.code, text } });
      if (error) {
        errors.refuse(error);
      } else {
        announce(t`Đã lưu giải thích`);
        setOpen(false);
        ask();
      }
    }
    setBusy(false);
  };

  if (!open) {
    return (
      <>
        {flag.justification && <p className={styles['answer']}>{flag.justification}</p>}
        <Row>
          <Button onClick={() => setOpen(true)}>
            {flag.justification ? <Trans>Sửa giải thích</Trans> : <Trans>Giải thích vì sao giữ nguyên</Trans>}
          </Button>
        </Row>
      </>
    );
  }
  return (
    <>
      <TextArea
        id={id}
        label={<Trans>Vì sao giữ nguyên</Trans>}
        hint={<Trans>Một hai câu; mọi người sẽ đọc được.</Trans>}
        value={text}
        onChange={(event) => setText(event.target.value)}
        error={errors.messageOf('text') ?? errors.items[0]?.message}
      />
      <Row>
        <Button busy={busy} onClick={submit}>
          <Trans>Lưu giải thích</Trans>
        </Button>
        <Button tone="quiet" onClick={() => setOpen(false)}>
          <Trans>Thôi</Trans>
        </Button>
      </Row>
    </>
  );
}
