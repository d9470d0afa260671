import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import { appError, describe } from '@/app/errors';
import { useServerErrors } from '@/app/useServerErrors';
import { moneyInWords, parseMoney } from '@/i18n/money';
import { announce } from '@/ui/Announcer';
import { Button } from '@/ui/Button';
import { ErrorSummary } from '@/ui/ErrorSummary';
import { TextArea, TextField } from '@/ui/Field';
import { Section, Stack } from '@/ui/Page';
import { Row, Soft } from '@/ui/Panel';
import { ReasonDialog } from '@/ui/ReasonDialog';
import styles from './Agreements.module.css';
import { DiscardAgreementDraftDocument, ProposeAgreementDocument, SaveAgreementDraftDocument, type AgreementTextFragment, type AgreementWholeFragment } from './agreements.gql';
import { contentOf, written, type Two, type Written } from './written';

/** The text while it is the reader's turn: every save keeps it to her side, proposing puts it before the other. */
export function TextEditor({ agreement, text }: { agreement: AgreementWholeFragment; text: AgreementTextFragment }) {
  const { t, i18n } = useLingui();
  const errors = useServerErrors();
  const [attempt, setAttempt] = useState(0);
  const [form, setForm] = useState(() => written(text));
  const [changed, setChanged] = useState(false);
  const [proposing, setProposing] = useState(false);
  const [version, setVersion] = useState(agreement.version ?? 0);
  const [saving, save] = useMutation(SaveAgreementDraftDocument);
  const [, propose] = useMutation(ProposeAgreementDocument);
  const [discarding, discard] = useMutation(DiscardAgreementDraftDocument);
  const named = { agreementId: agreement.id, version };

  const change = (part: Partial<Written>) => {
    setForm({ ...form, ...part });
    setChanged(true);
  };
  const refuse = (error: Parameters<typeof errors.refuse>[0]) => {
    errors.refuse(error);
    setAttempt((count) => count + 1);
  };
  const keep = async (): Promise<number | null> => {
    errors.clear();
    const { data, error } = await save({ input: { ...named, content: contentOf(form) } });
    if (error) {
      refuse(error);
      return null;
    }
    const next = data?.saveAgreementDraft.agreement.version ?? version;
    setVersion(next);
    setChanged(false);
    return next;
  };
  const one = <Row extends object>(rows: Row[], at: number, part: Partial<Row>) => rows.map((row, n) => (n === at ? { ...row, ...part } : row));
  const message = errors.messageOf;

  return (
    <Section title={<Trans>Sửa văn bản</Trans>}>
      <Soft>
        <Trans>Bên kia chỉ thấy bản này khi bạn gửi. Mỗi mục cần cả tiếng Việt và tiếng Anh trước khi gửi.</Trans>
      </Soft>
      <Stack>
        <ErrorSummary items={errors.items} attempt={attempt} />
        <Both name="content.title" label={t`Tên thỏa thuận`} value={form.title} message={message} onChange={(title) => change({ title })} />
        <div className={styles['facts']}>
          <TextField id="content.startsOn" type="date" label={<Trans>Ngày bắt đầu</Trans>} value={form.startsOn} error={message('content.startsOn')} onChange={(event) => change({ startsOn: event.target.value })} />
          <TextField id="content.months" inputMode="numeric" label={<Trans>Thời hạn (tháng)</Trans>} value={form.months} error={message('content.months')} onChange={(event) => change({ months: event.target.value })} />
          <div>
            <TextField id="content.value" optional label={<Trans>Giá trị</Trans>} hint={<Trans>Ví dụ: 1 tỷ 250 triệu</Trans>} value={form.value} error={message('content.value')} onChange={(event) => change({ value: event.target.value })} />
            <AmountInWords typed={form.value} />
          </div>
        </div>
        <div className={styles['facts']}>
          <TextField id="content.owner.representative" label={<Trans>Người đại diện bên có nhu cầu</Trans>} value={form.owner.representative} error={message('content.owner.representative')} onChange={(event) => change({ owner: { ...form.owner, representative: event.target.value } })} />
          <TextField id="content.owner.position" label={<Trans>Chức vụ</Trans>} value={form.owner.position} error={message('content.owner.position')} onChange={(event) => change({ owner: { ...form.owner, position: event.target.value } })} />
          <TextField id="content.partner.representative" label={<Trans>Người đại diện bên thực hiện</Trans>} value={form.partner.representative} error={message('content.partner.representative')} onChange={(event) => change({ partner: { ...form.partner, representative: event.target.value } })} />
          <TextField id="content.partner.position" label={<Trans>Chức vụ</Trans>} value={form.partner.position} error={message('content.partner.position')} onChange={(event) => change({ partner: { ...form.partner, position: event.target.value } })} />
        </div>
        {form.recitals.map((recital, at) => (
          <Entry key={recital.key} title={t`Căn cứ ${at + 1}`} remove={t`Bỏ căn cứ ${at + 1}`} onRemove={() => change({ recitals: form.recitals.filter((_, n) => n !== at) })}>
            <Both name={`content.recitals.${at}`} long label={t`Căn cứ ${at + 1}`} value={recital.text} message={message} onChange={(words) => change({ recitals: one(form.recitals, at, { text: words }) })} />
          </Entry>
        ))}
        <Row>
          <Button disabled={form.recitals.length >= 12} onClick={() => change({ recitals: [...form.recitals, { key: crypto.randomUUID(), text: { vi: '', en: '' } }] })}>
            <Trans>Thêm căn cứ</Trans>
          </Button>
        </Row>
        {form.clauses.map((clause, at) => (
          <Entry key={clause.key} title={t`Điều ${at + 1}`} remove={t`Bỏ điều ${at + 1}`} onRemove={() => change({ clauses: form.clauses.filter((_, n) => n !== at) })}>
            <Both name={`content.clauses.${at}.heading`} label={t`Tên điều ${at + 1}`} value={clause.heading} message={message} onChange={(heading) => change({ clauses: one(form.clauses, at, { heading }) })} />
            <Both name={`content.clauses.${at}.body`} long label={t`Nội dung điều ${at + 1}`} value={clause.body} message={message} onChange={(body) => change({ clauses: one(form.clauses, at, { body }) })} />
          </Entry>
        ))}
        <Row>
          <Button disabled={form.clauses.length >= 60} onClick={() => change({ clauses: [...form.clauses, { key: crypto.randomUUID(), heading: { vi: '', en: '' }, body: { vi: '', en: '' } }] })}>
            <Trans>Thêm điều khoản</Trans>
          </Button>
        </Row>
        {form.milestones.map((milestone, at) => (
          <Entry key={milestone.key} title={t`Mốc ${at + 1}`} remove={t`Bỏ mốc ${at + 1}`} onRemove={() => change({ milestones: form.milestones.filter((_, n) => n !== at) })}>
            <Both name={`content.milestones.${at}.title`} label={t`Mốc ${at + 1}`} value={milestone.title} message={message} onChange={(title) => change({ milestones: one(form.milestones, at, { title }) })} />
            <div className={styles['facts']}>
              <TextField id={`content.milestones.${at}.dueOn`} type="date" label={<Trans>Hạn của mốc {at + 1}</Trans>} value={milestone.dueOn} error={message(`content.milestones.${at}.dueOn`)} onChange={(event) => change({ milestones: one(form.milestones, at, { dueOn: event.target.value }) })} />
            </div>
          </Entry>
        ))}
        <Row>
          <Button disabled={form.milestones.length >= 40} onClick={() => change({ milestones: [...form.milestones, { key: crypto.randomUUID(), id: null, title: { vi: '', en: '' }, dueOn: form.startsOn }] })}>
            <Trans>Thêm mốc tiến độ</Trans>
          </Button>
        </Row>
        {form.indicators.map((indicator, at) => (
          <Entry key={indicator.key} title={t`Chỉ số ${at + 1}`} remove={t`Bỏ chỉ số ${at + 1}`} onRemove={() => change({ indicators: form.indicators.filter((_, n) => n !== at) })}>
            <Both name={`content.indicators.${at}.name`} label={t`Chỉ số ${at + 1}`} value={indicator.name} message={message} onChange={(name) => change({ indicators: one(form.indicators, at, { name }) })} />
            <div className={styles['facts']}>
              <TextField id={`content.indicators.${at}.unit`} label={<Trans>Đơn vị của chỉ số {at + 1}</Trans>} value={indicator.unit} error={message(`content.indicators.${at}.unit`)} onChange={(event) => change({ indicators: one(form.indicators, at, { unit: event.target.value }) })} />
              <TextField id={`content.indicators.${at}.baseline`} inputMode="decimal" label={<Trans>Mức nền của chỉ số {at + 1}</Trans>} value={indicator.baseline} onChange={(event) => change({ indicators: one(form.indicators, at, { baseline: event.target.value }) })} />
              <TextField id={`content.indicators.${at}.target`} inputMode="decimal" label={<Trans>Mục tiêu của chỉ số {at + 1}</Trans>} value={indicator.target} onChange={(event) => change({ indicators: one(form.indicators, at, { target: event.target.value }) })} />
            </div>
          </Entry>
        ))}
        <Row>
          <Button disabled={form.indicators.length >= 20} onClick={() => change({ indicators: [...form.indicators, { key: crypto.randomUUID(), id: null, name: { vi: '', en: '' }, unit: '', baseline: '0', target: '0' }] })}>
            <Trans>Thêm chỉ số</Trans>
          </Button>
        </Row>
        <Row>
          <Button tone="primary" onClick={() => setProposing(true)}>
            <Trans>Gửi bản này cho bên kia</Trans>
          </Button>
          <Button
            busy={saving.fetching}
            onClick={async () => {
              if ((await keep()) !== null) announce(t`Đã lưu bản nháp`);
            }}
          >
            <Trans>Lưu bản nháp</Trans>
          </Button>
          {agreement.draft && agreement.current && agreement.current.number > 0 && (
            <Button
              tone="quiet"
              busy={discarding.fetching}
              onClick={async () => {
                const { error } = await discard({ input: named });
                if (error) refuse(error);
                else announce(t`Đã bỏ bản nháp`);
              }}
            >
              <Trans>Bỏ bản nháp</Trans>
            </Button>
          )}
          {changed && (
            <Soft>
              <Trans>Có thay đổi chưa lưu.</Trans>
            </Soft>
          )}
        </Row>
      </Stack>
      <ReasonDialog
        open={proposing}
        title={<Trans>Gửi bản này cho bên kia?</Trans>}
        reasonLabel={<Trans>Lời nhắn</Trans>}
        reasonHint={<Trans>Ví dụ: đã sửa những điều nào và vì sao.</Trans>}
        reasonOptional
        action={<Trans>Gửi bản này</Trans>}
        onClose={() => setProposing(false)}
        onConfirm={async (words) => {
          const kept = await keep();
          if (kept === null) {
            setProposing(false);
            return null;
          }
          const { error } = await propose({ input: { agreementId: agreement.id, version: kept, message: words || null } });
          if (error) {
            const known = appError(error);
            // What is missing is said beside the fields; the rest in the dialog.
            if (known.kind !== 'refused' || known.problems.length === 0) return describe(known, i18n);
            refuse(error);
          } else announce(t`Đã gửi cho bên kia`);
          setProposing(false);
          return null;
        }}
      >
        <p>
          <Trans>Gửi nghĩa là bên bạn đồng ý với bản này. Lượt sửa chuyển sang bên kia; nếu bên kia đồng ý, hai bên ký.</Trans>
        </p>
      </ReasonDialog>
    </Section>
  );
}

function AmountInWords({ typed }: { typed: string }) {
  const amount = parseMoney(typed);
  if (amount === null) return null;
  return <Soft>{amount === undefined ? <Trans>Chưa đọc được số tiền này. Hãy viết như: 5 tỷ, 1 tỷ 250 triệu, 750.000.000</Trans> : <>= {moneyInWords(amount)}</>}</Soft>;
}

interface EntryProps {
  title: string;
  remove: string;
  onRemove: () => void;
  children: ReactNode;
}

function Entry({ title, remove, onRemove, children }: EntryProps) {
  return (
    <fieldset className={styles['entry']}>
      <legend className="visually-hidden">{title}</legend>
      {children}
      <Row>
        <Button tone="quiet" onClick={onRemove}>
          {remove}
        </Button>
      </Row>
    </fieldset>
  );
}

interface BothProps {
  name: string;
  label: string;
  value: Two;
  long?: boolean;
  message: (field: string) => string | undefined;
  onChange: (value: Two) => void;
}

/** One text in both languages, beside each other. */
function Both({ name, label, value, long = false, message, onChange }: BothProps) {
  const rows = long ? 5 : 2;
  return (
    <div className={styles['pair']}>
      <TextArea id={`${name}.vi`} rows={rows} lang="vi" label={<Trans>{label}, tiếng Việt</Trans>} value={value.vi} error={message(`${name}.vi`) ?? message(name)} onChange={(event) => onChange({ ...value, vi: event.target.value })} />
      <TextArea id={`${name}.en`} rows={rows} lang="en" label={<Trans>{label}, tiếng Anh</Trans>} value={value.en} error={message(`${name}.en`)} onChange={(event) => onChange({ ...value, en: event.target.value })} />
    </div>
  );
}
