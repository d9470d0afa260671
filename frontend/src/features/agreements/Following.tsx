import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useMutation } from 'urql';
import { useServerErrors } from '@/app/useServerErrors';
import { FileField, uploadFile, type StoredFile } from '@/features/files';
import { saveStoredFile } from '@/features/files';
import type { AgreementPaymentKind, MilestoneStatus } from '@/graphql-types';
import { agreementMilestoneLabels, agreementPaymentLabels, agreementSideLabels } from '@/i18n/agreementLabels';
import { formatDate, formatDateTime, formatMoney, formatNumber } from '@/i18n/format';
import { parseMoney } from '@/i18n/money';
import { announce } from '@/ui/Announcer';
import { BilingualText } from '@/ui/BilingualText';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { ErrorSummary } from '@/ui/ErrorSummary';
import { SelectField, TextArea, TextField } from '@/ui/Field';
import { Section, Stack } from '@/ui/Page';
import { Panel, Row, Soft, TableBox } from '@/ui/Panel';
import { Fact, SummaryList } from '@/ui/SummaryList';
import { Tag } from '@/ui/Tag';
import styles from './Agreements.module.css';
import {
  ConfirmMilestoneDocument,
  ConfirmPaymentDocument,
  RecordMeasurementDocument,
  RecordPaymentDocument,
  ReportMilestoneDocument,
  type AgreementPublicFragment,
  type AgreementWholeFragment,
} from './agreements.gql';
import { MilestoneTag } from './tags';
import { readFigure } from './written';

type Milestone = AgreementPublicFragment['milestones'][number];
const outcomes = ['MET', 'PARTIALLY_MET', 'NOT_MET'] as const satisfies MilestoneStatus[];

/** Milestones as they are kept; `own` adds what the reader's side can do. */
export function Milestones({ agreement, own }: { agreement: AgreementPublicFragment; own?: AgreementWholeFragment }) {
  const { i18n } = useLingui();
  const [asked, setAsked] = useState<{ milestone: Milestone; what: 'report' | 'confirm' } | null>(null);
  const can = (action: AgreementWholeFragment['viewerCan'][number]) => own?.viewerCan.includes(action) ?? false;
  if (agreement.milestones.length === 0) return null;
  return (
    <Section title={<Trans>Mốc tiến độ</Trans>}>
      <ol className={styles['list']}>
        {agreement.milestones.map((milestone) => (
          <li key={milestone.id}>
            <Panel>
              <Row spread>
                <h3>
                  <BilingualText value={milestone.title} />
                </h3>
                <Row>
                  {milestone.overdue && (
                    <Tag tone="danger" icon="warning">
                      <Trans>Quá hạn</Trans>
                    </Tag>
                  )}
                  <MilestoneTag status={milestone.status} />
                </Row>
              </Row>
              <SummaryList stacked>
                <Fact name={<Trans>Hạn</Trans>}>{formatDate(milestone.dueOn)}</Fact>
                <Fact name={<Trans>Bên thực hiện báo cáo</Trans>}>{milestone.reportedStatus && i18n._(agreementMilestoneLabels[milestone.reportedStatus])}</Fact>
                <Fact name={<Trans>Bằng chứng</Trans>}>{milestone.evidence}</Fact>
                <Fact name={<Trans>Trả lời của bên có nhu cầu</Trans>}>{milestone.answer}</Fact>
                <Fact name={<Trans>Kết luận lúc</Trans>}>{milestone.confirmedAt && formatDateTime(milestone.confirmedAt)}</Fact>
              </SummaryList>
              <Row>
                {milestone.evidencePath && (
                  <Button className="no-print" onClick={() => void saveStoredFile({ path: milestone.evidencePath ?? '', name: 'bang-chung' })}>
                    <Trans>Tải tệp bằng chứng</Trans>
                  </Button>
                )}
                {can('REPORT_MILESTONES') && milestone.confirmedAt === null && (
                  <Button className="no-print" tone={milestone.reportedStatus ? 'secondary' : 'primary'} onClick={() => setAsked({ milestone, what: 'report' })}>
                    <Trans>
                      Báo cáo<span className="visually-hidden"> mốc này</span>
                    </Trans>
                  </Button>
                )}
                {can('CONFIRM_MILESTONES') && milestone.confirmedAt === null && (
                  <Button className="no-print" tone={milestone.reportedStatus ? 'primary' : 'secondary'} onClick={() => setAsked({ milestone, what: 'confirm' })}>
                    <Trans>
                      Kết luận<span className="visually-hidden"> mốc này</span>
                    </Trans>
                  </Button>
                )}
              </Row>
            </Panel>
          </li>
        ))}
      </ol>
      {own && (
        <Dialog open={asked !== null} title={asked?.what === 'confirm' ? <Trans>Kết luận mốc tiến độ</Trans> : <Trans>Báo cáo mốc tiến độ</Trans>} onClose={() => setAsked(null)}>
          {asked && <MilestoneForm key={asked.milestone.id} agreement={own} milestone={asked.milestone} what={asked.what} onClose={() => setAsked(null)} />}
        </Dialog>
      )}
    </Section>
  );
}

interface MilestoneFormProps {
  agreement: AgreementWholeFragment;
  milestone: Milestone;
  what: 'report' | 'confirm';
  onClose: () => void;
}

function MilestoneForm({ agreement, milestone, what, onClose }: MilestoneFormProps) {
  const { t, i18n } = useLingui();
  const errors = useServerErrors();
  const [attempt, setAttempt] = useState(0);
  const [status, setStatus] = useState<MilestoneStatus>(milestone.reportedStatus ?? 'MET');
  const [words, setWords] = useState('');
  const [files, setFiles] = useState<StoredFile[]>([]);
  const [reporting, report] = useMutation(ReportMilestoneDocument);
  const [confirming, confirm] = useMutation(ConfirmMilestoneDocument);
  const organizationId = agreement.sides.find(({ side }) => side === agreement.viewerSide)?.organization?.id;
  const submit = async () => {
    errors.clear();
    const named = { milestoneId: milestone.id, version: milestone.version, status };
    const { error } =
      what === 'report' ? await report({ input: { ...named, evidence: words, evidenceId: files[0]?.id ?? null } }) : await confirm({ input: { ...named, answer: words || null } });
    if (error) {
      errors.refuse(error);
      setAttempt((count) => count + 1);
      return;
    }
    announce(what === 'report' ? t`Đã báo cáo mốc tiến độ` : t`Đã kết luận mốc tiến độ`);
    onClose();
  };
  return (
    <Stack>
      <ErrorSummary items={errors.items} attempt={attempt} />
      <p>
        <BilingualText value={milestone.title} />
      </p>
      <SelectField id="status" label={<Trans>Kết quả</Trans>} value={status} error={errors.messageOf('status')} onChange={(event) => setStatus(event.target.value as MilestoneStatus)}>
        {outcomes.map((one) => (
          <option key={one} value={one}>
            {i18n._(agreementMilestoneLabels[one])}
          </option>
        ))}
      </SelectField>
      {what === 'report' ? (
        <>
          <TextArea id="evidence" label={<Trans>Bằng chứng</Trans>} hint={<Trans>Việc gì đã làm, số liệu nào cho thấy.</Trans>} value={words} error={errors.messageOf('evidence')} onChange={(event) => setWords(event.target.value)} />
          {organizationId && <FileField id="evidenceId" send={(file) => uploadFile('agreement', organizationId, file)} label={<Trans>Tệp bằng chứng (PDF)</Trans>} files={files} onChange={setFiles} most={1} error={errors.messageOf('evidenceId')} />}
        </>
      ) : (
        <TextArea
          id="answer"
          optional={status === milestone.reportedStatus}
          label={<Trans>Nhận xét</Trans>}
          hint={<Trans>Cần có khi kết luận khác với báo cáo của bên thực hiện.</Trans>}
          value={words}
          error={errors.messageOf('answer')}
          onChange={(event) => setWords(event.target.value)}
        />
      )}
      <Row>
        <Button tone="primary" busy={reporting.fetching || confirming.fetching} onClick={submit}>
          {what === 'report' ? <Trans>Gửi báo cáo</Trans> : <Trans>Ghi kết luận</Trans>}
        </Button>
        <Button tone="quiet" onClick={onClose}>
          <Trans>Không, quay lại</Trans>
        </Button>
      </Row>
    </Stack>
  );
}

/** Indicators from where they stood to where they shall be, with what was measured. */
export function Indicators({ agreement, records = false }: { agreement: AgreementPublicFragment; records?: boolean }) {
  const { t, i18n } = useLingui();
  const indicators = agreement.indicators ?? [];
  if (indicators.length === 0) return null;
  return (
    <Section title={<Trans>Chỉ số</Trans>}>
      <TableBox label={t`Chỉ số`}>
        <table>
          <thead>
            <tr>
              <th scope="col">
                <Trans>Chỉ số</Trans>
              </th>
              <th scope="col" className={styles['number']}>
                <Trans>Mức nền</Trans>
              </th>
              <th scope="col" className={styles['number']}>
                <Trans>Mục tiêu</Trans>
              </th>
              <th scope="col">
                <Trans>Đã đo</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {indicators.map((one) => (
              <tr key={one.id}>
                <th scope="row">
                  <BilingualText value={one.name} /> ({one.unit})
                </th>
                <td className={styles['number']}>{formatNumber(one.baseline)}</td>
                <td className={styles['number']}>{formatNumber(one.target)}</td>
                <td>
                  {one.measurements.length === 0 ? (
                    <Trans>Chưa đo</Trans>
                  ) : (
                    <ul>
                      {one.measurements.map((value) => (
                        <li key={value.id}>
                          {formatDate(value.measuredOn)}: <strong>{formatNumber(value.value)}</strong> ({i18n._(agreementSideLabels[value.side])}){value.note && <>. {value.note}</>}
                        </li>
                      ))}
                    </ul>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
      {records && <Measure indicators={indicators} />}
    </Section>
  );
}

const today = () => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);

function Measure({ indicators }: { indicators: NonNullable<AgreementPublicFragment['indicators']> }) {
  const { t } = useLingui();
  const errors = useServerErrors();
  const [attempt, setAttempt] = useState(0);
  const [form, setForm] = useState({ indicatorId: indicators[0]?.id ?? '', value: '', measuredOn: today(), note: '' });
  const [recording, record] = useMutation(RecordMeasurementDocument);
  const submit = async () => {
    errors.clear();
    const { error } = await record({ input: { clientKey: crypto.randomUUID(), indicatorId: form.indicatorId, value: readFigure(form.value), measuredOn: form.measuredOn, note: form.note || null } });
    if (error) {
      errors.refuse(error);
      setAttempt((count) => count + 1);
      return;
    }
    setForm({ ...form, value: '', note: '' });
    announce(t`Đã ghi số đo`);
  };
  return (
    <details className="no-print">
      <summary>
        <Trans>Ghi một số đo</Trans>
      </summary>
      <Stack>
        <ErrorSummary items={errors.items} attempt={attempt} />
        <div className={styles['facts']}>
          <SelectField id="indicatorId" label={<Trans>Chỉ số</Trans>} value={form.indicatorId} onChange={(event) => setForm({ ...form, indicatorId: event.target.value })}>
            {indicators.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name.vi ?? one.name.en}
              </option>
            ))}
          </SelectField>
          <TextField id="value" inputMode="decimal" label={<Trans>Giá trị đo được</Trans>} value={form.value} error={errors.messageOf('value')} onChange={(event) => setForm({ ...form, value: event.target.value })} />
          <TextField id="measuredOn" type="date" label={<Trans>Ngày đo</Trans>} value={form.measuredOn} error={errors.messageOf('measuredOn')} onChange={(event) => setForm({ ...form, measuredOn: event.target.value })} />
        </div>
        <TextArea id="measurement.note" optional label={<Trans>Đo bằng cách nào</Trans>} value={form.note} error={errors.messageOf('note')} onChange={(event) => setForm({ ...form, note: event.target.value })} />
        <Row>
          <Button busy={recording.fetching} disabled={form.value.trim() === ''} onClick={submit}>
            <Trans>Ghi số đo</Trans>
          </Button>
        </Row>
      </Stack>
    </details>
  );
}

/** What was paid or given, as one side says and the other confirms. */
export function Payments({ agreement, own }: { agreement: AgreementPublicFragment; own?: AgreementWholeFragment }) {
  const { t, i18n } = useLingui();
  const [, confirm] = useMutation(ConfirmPaymentDocument);
  const payments = agreement.payments ?? [];
  const records = own?.viewerCan.includes('RECORD_FIGURES') ?? false;
  if (payments.length === 0 && !records) return null;
  return (
    <Section title={<Trans>Tiền và hiện vật đã giao</Trans>}>
      {payments.length === 0 ? (
        <Soft>
          <Trans>Chưa ghi khoản nào.</Trans>
        </Soft>
      ) : (
        <ul className={styles['list']}>
          {payments.map((payment) => (
            <li key={payment.id}>
              <Panel>
                <Row spread>
                  <strong>
                    {i18n._(agreementPaymentLabels[payment.kind])}
                    {payment.amount && <>: {formatMoney(payment.amount.amount, payment.amount.currency)}</>}
                  </strong>
                  {payment.confirmedAt ? (
                    <Tag tone="positive" icon="check">
                      <Trans>Bên kia đã xác nhận</Trans>
                    </Tag>
                  ) : (
                    <Tag tone="warning" icon="clock">
                      <Trans>Chờ bên kia xác nhận</Trans>
                    </Tag>
                  )}
                </Row>
                <p>{payment.description}</p>
                <Soft>
                  {formatDate(payment.givenOn)}, {i18n._(agreementSideLabels[payment.side])}
                </Soft>
                {records && !payment.confirmedAt && payment.side !== own?.viewerSide && (
                  <Row>
                    <Button
                      className="no-print"
                      onClick={async () => {
                        const { error } = await confirm({ input: { paymentId: payment.id } });
                        if (!error) announce(t`Đã xác nhận`);
                      }}
                    >
                      <Trans>Xác nhận khoản này</Trans>
                    </Button>
                  </Row>
                )}
              </Panel>
            </li>
          ))}
        </ul>
      )}
      {records && <Pay agreementId={agreement.id} />}
    </Section>
  );
}

function Pay({ agreementId }: { agreementId: string }) {
  const { t, i18n } = useLingui();
  const errors = useServerErrors();
  const [attempt, setAttempt] = useState(0);
  const blank = { kind: 'MONEY' as AgreementPaymentKind, amount: '', description: '', givenOn: today() };
  const [form, setForm] = useState(blank);
  const [recording, record] = useMutation(RecordPaymentDocument);
  const amount = parseMoney(form.amount);
  const submit = async () => {
    errors.clear();
    const { error } = await record({ input: { clientKey: crypto.randomUUID(), agreementId, kind: form.kind, amount: amount ?? null, description: form.description, givenOn: form.givenOn } });
    if (error) {
      errors.refuse(error);
      setAttempt((count) => count + 1);
      return;
    }
    setForm(blank);
    announce(t`Đã ghi khoản này`);
  };
  return (
    <details className="no-print">
      <summary>
        <Trans>Ghi một khoản đã giao</Trans>
      </summary>
      <Stack>
        <ErrorSummary items={errors.items} attempt={attempt} />
        <div className={styles['facts']}>
          <SelectField id="kind" label={<Trans>Loại</Trans>} value={form.kind} onChange={(event) => setForm({ ...form, kind: event.target.value as AgreementPaymentKind })}>
            {(['MONEY', 'IN_KIND'] as const).map((kind) => (
              <option key={kind} value={kind}>
                {i18n._(agreementPaymentLabels[kind])}
              </option>
            ))}
          </SelectField>
          <TextField
            id="amount"
            optional={form.kind === 'IN_KIND'}
            label={<Trans>Số tiền hoặc giá trị</Trans>}
            hint={<Trans>Ví dụ: 1 tỷ 250 triệu</Trans>}
            value={form.amount}
            error={amount === undefined ? t`Chưa đọc được số tiền này. Hãy viết như: 5 tỷ, 1 tỷ 250 triệu, 750.000.000` : errors.messageOf('amount')}
            onChange={(event) => setForm({ ...form, amount: event.target.value })}
          />
          <TextField id="givenOn" type="date" label={<Trans>Ngày giao</Trans>} value={form.givenOn} error={errors.messageOf('givenOn')} onChange={(event) => setForm({ ...form, givenOn: event.target.value })} />
        </div>
        <TextArea id="description" label={<Trans>Cho việc gì</Trans>} value={form.description} error={errors.messageOf('description')} onChange={(event) => setForm({ ...form, description: event.target.value })} />
        <Row>
          <Button busy={recording.fetching} disabled={amount === undefined} onClick={submit}>
            <Trans>Ghi khoản này</Trans>
          </Button>
        </Row>
      </Stack>
    </details>
  );
}
