import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useMutation } from 'urql';
import { useServerErrors } from '@/app/useServerErrors';
import { useConfirmedMutation } from '@/features/credentials';
import { FileField, FileLink, uploadFile, type StoredFile } from '@/features/files';
import { agreementSideLabels } from '@/i18n/agreementLabels';
import { localized } from '@/i18n/bilingual';
import { formatDateTime } from '@/i18n/format';
import { announce } from '@/ui/Announcer';
import { BilingualText } from '@/ui/BilingualText';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { ErrorSummary } from '@/ui/ErrorSummary';
import { Option, TextArea, TextField } from '@/ui/Field';
import { Section, Stack } from '@/ui/Page';
import { Panel, Row, Soft } from '@/ui/Panel';
import { Fact, SummaryList } from '@/ui/SummaryList';
import { Tag } from '@/ui/Tag';
import styles from './Agreements.module.css';
import {
  AddAgreementWitnessDocument,
  AttachAgreementScanDocument,
  RemoveAgreementWitnessDocument,
  SignAgreementDocument,
  type AgreementPublicFragment,
  type AgreementWholeFragment,
} from './agreements.gql';

/** The consent to read, the position, and a fresh proof of who signs. */
export function SignDialog({ agreement, open, onClose }: { agreement: AgreementWholeFragment; open: boolean; onClose: () => void }) {
  return (
    <Dialog open={open} title={<Trans>Ký thỏa thuận</Trans>} onClose={onClose}>
      <SignForm agreement={agreement} onClose={onClose} />
    </Dialog>
  );
}

function SignForm({ agreement, onClose }: { agreement: AgreementWholeFragment; onClose: () => void }) {
  const { t } = useLingui();
  const errors = useServerErrors();
  const [attempt, setAttempt] = useState(0);
  const own = agreement.current?.parties.find(({ side }) => side === agreement.viewerSide);
  const [position, setPosition] = useState(own?.position ?? '');
  const [place, setPlace] = useState('');
  const [consent, setConsent] = useState(false);
  const [clientKey] = useState(() => crypto.randomUUID());
  const [signing, sign] = useConfirmedMutation(SignAgreementDocument);
  const said = agreement.signingConsent;
  const submit = async () => {
    errors.clear();
    const { error } = await sign({ input: { clientKey, agreementId: agreement.id, hash: agreement.current?.hash ?? '', position, place: place || null, consent } });
    if (error) {
      errors.refuse(error);
      setAttempt((count) => count + 1);
      return;
    }
    announce(t`Đã ký`);
    onClose();
  };
  return (
    <Stack>
      <ErrorSummary items={errors.items} attempt={attempt} />
      <p id="secondFactor" tabIndex={-1}>
        {agreement.signingNeedsSecondFactor ? (
          <Trans>
            Khi ký, bạn xác nhận lại danh tính bằng lớp xác thực thứ hai. Chưa có? <Link to="/tai-khoan">Bật trong phần Tài khoản</Link>.
          </Trans>
        ) : (
          <Trans>Khi ký, bạn xác nhận lại danh tính.</Trans>
        )}
      </p>
      {said && (
        <Panel>
          <p lang="vi">{said.vi}</p>
          <p lang="en">{said.en}</p>
        </Panel>
      )}
      <p className={styles['hash']}>SHA-256 {agreement.current?.hash}</p>
      <Option id="consent" type="checkbox" checked={consent} onChange={(event) => setConsent(event.target.checked)}>
        <Trans>Tôi đã đọc và đồng ý với nội dung trên</Trans>
      </Option>
      <TextField id="position" label={<Trans>Chức vụ của người ký</Trans>} value={position} error={errors.messageOf('position')} onChange={(event) => setPosition(event.target.value)} />
      <TextField id="place" optional label={<Trans>Nơi ký</Trans>} value={place} error={errors.messageOf('place')} onChange={(event) => setPlace(event.target.value)} />
      <Row>
        <Button tone="primary" busy={signing.fetching} onClick={submit}>
          <Trans>Ký</Trans>
        </Button>
        <Button tone="quiet" onClick={onClose}>
          <Trans>Không, quay lại</Trans>
        </Button>
      </Row>
    </Stack>
  );
}

/** Who signed which version, when and as what; then who was there. */
export function SignaturesOf({ agreement }: { agreement: AgreementPublicFragment }) {
  const { i18n } = useLingui();
  const { signatures, witnesses } = agreement;
  if (!signatures || (signatures.length === 0 && (witnesses ?? []).length === 0)) return null;
  return (
    <Section title={<Trans>Chữ ký</Trans>}>
      <ul className={styles['list']}>
        {signatures.map((one) => (
          <li key={one.id}>
            <Panel>
              <Row spread>
                <strong>{one.name}</strong>
                {one.voidedAt ? (
                  <Tag tone="neutral" icon="cross">
                    <Trans>Không còn giá trị</Trans>
                  </Tag>
                ) : (
                  <Tag tone="positive" icon="check">
                    <Trans>Đã ký bản {one.number}</Trans>
                  </Tag>
                )}
              </Row>
              <SummaryList stacked>
                <Fact name={i18n._(agreementSideLabels[one.side])}>{one.position}</Fact>
                <Fact name={<Trans>Thời điểm</Trans>}>{formatDateTime(one.signedAt)}</Fact>
                <Fact name={<Trans>Nơi ký</Trans>}>{one.place}</Fact>
                <Fact name={<Trans>Xác nhận danh tính</Trans>}>{one.secondFactor ? <Trans>Bằng lớp xác thực thứ hai</Trans> : null}</Fact>
                <Fact name="SHA-256">
                  <span className={styles['hash']}>{one.hash}</span>
                </Fact>
              </SummaryList>
              <Soft>{one.consent}</Soft>
            </Panel>
          </li>
        ))}
      </ul>
    </Section>
  );
}

export function Witnesses({ agreement, manages = false }: { agreement: AgreementPublicFragment; manages?: boolean }) {
  const { t } = useLingui();
  const [, remove] = useMutation(RemoveAgreementWitnessDocument);
  const witnesses = agreement.witnesses ?? [];
  if (witnesses.length === 0 && !manages) return null;
  return (
    <Section title={<Trans>Người chứng kiến</Trans>}>
      {witnesses.length > 0 && (
        <ul>
          {witnesses.map((witness) => (
            <li key={witness.id}>
              <strong>{witness.name}</strong>
              {[witness.position, witness.organization, witness.place].filter(Boolean).map((part) => `, ${part}`)}{' '}
              {manages && (
                <Button
                  tone="quiet"
                  className="no-print"
                  onClick={async () => {
                    const { error } = await remove({ input: { witnessId: witness.id } });
                    if (!error) announce(t`Đã bỏ người chứng kiến`);
                  }}
                >
                  <Trans context="witness">
                    Bỏ<span className="visually-hidden"> {witness.name}</span>
                  </Trans>
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {manages && <AddWitness agreementId={agreement.id} />}
    </Section>
  );
}

function AddWitness({ agreementId }: { agreementId: string }) {
  const { t } = useLingui();
  const errors = useServerErrors();
  const [attempt, setAttempt] = useState(0);
  const blank = { name: '', position: '', organization: '', place: '' };
  const [form, setForm] = useState(blank);
  const [adding, add] = useMutation(AddAgreementWitnessDocument);
  const submit = async () => {
    errors.clear();
    const { error } = await add({ input: { clientKey: crypto.randomUUID(), agreementId, name: form.name, position: form.position || null, organization: form.organization || null, place: form.place || null } });
    if (error) {
      errors.refuse(error);
      setAttempt((count) => count + 1);
      return;
    }
    setForm(blank);
    announce(t`Đã thêm người chứng kiến`);
  };
  return (
    <details className="no-print">
      <summary>
        <Trans>Thêm người chứng kiến</Trans>
      </summary>
      <Stack>
        <ErrorSummary items={errors.items} attempt={attempt} />
        <div className={styles['facts']}>
          <TextField id="name" label={<Trans>Họ và tên</Trans>} value={form.name} error={errors.messageOf('name')} onChange={(event) => setForm({ ...form, name: event.target.value })} />
          <TextField id="witness.position" optional label={<Trans>Chức vụ</Trans>} value={form.position} error={errors.messageOf('position')} onChange={(event) => setForm({ ...form, position: event.target.value })} />
          <TextField id="organization" optional label={<Trans>Cơ quan, tổ chức</Trans>} value={form.organization} error={errors.messageOf('organization')} onChange={(event) => setForm({ ...form, organization: event.target.value })} />
          <TextField id="witness.place" optional label={<Trans>Nơi chứng kiến</Trans>} value={form.place} error={errors.messageOf('place')} onChange={(event) => setForm({ ...form, place: event.target.value })} />
        </div>
        <Row>
          <Button busy={adding.fetching} onClick={submit}>
            <Trans>Ghi người chứng kiến</Trans>
          </Button>
        </Row>
      </Stack>
    </details>
  );
}

/** Scans of what was signed on paper; marked as such, they replace nothing. */
export function Scans({ agreement }: { agreement: AgreementWholeFragment }) {
  const { t, i18n } = useLingui();
  const manages = agreement.viewerCan.includes('ATTACH_SCAN');
  const errors = useServerErrors();
  const [files, setFiles] = useState<StoredFile[]>([]);
  const [note, setNote] = useState('');
  const [attempt, setAttempt] = useState(0);
  const [attaching, attach] = useMutation(AttachAgreementScanDocument);
  const scans = agreement.scans ?? [];
  const organizationId = agreement.sides.find(({ side }) => side === agreement.viewerSide)?.organization?.id;
  if (scans.length === 0 && !manages) return null;
  const submit = async () => {
    const file = files[0];
    if (!file) return;
    errors.clear();
    const { error } = await attach({ input: { agreementId: agreement.id, fileId: file.id, note: note || null } });
    if (error) {
      errors.refuse(error);
      setAttempt((count) => count + 1);
      return;
    }
    setFiles([]);
    setNote('');
    announce(t`Đã lưu bản quét`);
  };
  return (
    <Section title={<Trans>Bản quét của bản giấy</Trans>}>
      <Soft>
        <Trans>Nếu hai bên cũng ký trên giấy, hãy lưu bản quét ở đây. Chỉ hai bên xem được; bản quét không thay chữ ký điện tử.</Trans>
      </Soft>
      {scans.length > 0 && (
        <ul>
          {scans.map((scan) => (
            <li key={scan.id}>
              <FileLink file={{ path: scan.path, name: scan.file.name, size: scan.file.size }} />
              <Soft>
                {i18n._(agreementSideLabels[scan.side])}, {formatDateTime(scan.uploadedAt)}
                {scan.note && <>: {scan.note}</>}
              </Soft>
            </li>
          ))}
        </ul>
      )}
      {manages && organizationId && (
        <Stack>
          <ErrorSummary items={errors.items} attempt={attempt} />
          <FileField id="fileId" send={(file) => uploadFile('agreement', organizationId, file)} label={<Trans>Bản quét (PDF)</Trans>} files={files} onChange={setFiles} most={1} error={errors.messageOf('fileId')} />
          {files.length > 0 && (
            <>
              <TextArea id="note" optional label={<Trans>Bản quét này là gì</Trans>} value={note} error={errors.messageOf('note')} onChange={(event) => setNote(event.target.value)} />
              <Row>
                <Button busy={attaching.fetching} onClick={submit}>
                  <Trans>Lưu bản quét</Trans>
                </Button>
              </Row>
            </>
          )}
        </Stack>
      )}
    </Section>
  );
}

/** What a side is called and where it stands, for the head of a page. */
export function Between({ agreement }: { agreement: Pick<AgreementPublicFragment, 'parties'> }) {
  return (
    <>
      {agreement.parties.map(({ side, name }, at) => (
        <span key={side} lang={localized(name).lang}>
          {at > 0 && ' – '}
          <BilingualText value={name} />
        </span>
      ))}
    </>
  );
}
