import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useMutation } from 'urql';
import { OutcomeNotice, useOutcome } from '@/features/account';
import { FileField, uploadFile, type StoredFile } from '@/features/files';
import { Button } from '@/ui/Button';
import { TextField } from '@/ui/Field';
import { Row } from '@/ui/Panel';
import styles from './Own.module.css';
import { AddCertificateDocument, UpdateCertificateDocument, type OwnCertificateFragment } from './own-organization.gql';
import { orNull } from './profile';

interface Values {
  content: { name: string; standard: string; issuer: string; number: string; issuedOn: string; expiresOn: string };
}

interface Props {
  organizationId: string;
  /** Null for a new one. */
  certificate: OwnCertificateFragment | null;
  onClose: () => void;
  onDone: () => void;
}

export function CertificateForm({ organizationId, certificate, onClose, onDone }: Props) {
  const { t } = useLingui();
  const outcome = useOutcome();
  const [clientKey, setClientKey] = useState(() => crypto.randomUUID());
  const [evidence, setEvidence] = useState<StoredFile[]>(certificate?.evidence ? [certificate.evidence] : []);
  const [adding, add] = useMutation(AddCertificateDocument);
  const [updating, update] = useMutation(UpdateCertificateDocument);
  const { register, handleSubmit } = useForm<Values>({
    defaultValues: {
      content: {
        name: certificate?.name ?? '',
        standard: certificate?.standard ?? '',
        issuer: certificate?.issuer ?? '',
        number: certificate?.number ?? '',
        issuedOn: certificate?.issuedOn ?? '',
        expiresOn: certificate?.expiresOn ?? '',
      },
    },
  });
  const { messageOf } = outcome;

  const submit = handleSubmit(async ({ content }) => {
    const missing = [
      ...(content.name.trim() === '' ? [{ field: 'content.name', message: t`Nhập tên chứng chỉ.` }] : []),
      ...(content.issuer.trim() === '' ? [{ field: 'content.issuer', message: t`Nhập nơi cấp chứng chỉ.` }] : []),
      ...(content.issuedOn === '' ? [{ field: 'content.issuedOn', message: t`Chọn ngày cấp.` }] : []),
    ];
    if (missing.length > 0) return outcome.remark(...missing);
    const said = {
      name: content.name.normalize('NFC').trim(),
      standard: orNull(content.standard),
      issuer: content.issuer.normalize('NFC').trim(),
      number: orNull(content.number),
      issuedOn: content.issuedOn,
      expiresOn: content.expiresOn || null,
      evidenceId: evidence[0]?.id ?? null,
    };
    const { error } = certificate
      ? await update({ input: { certificateId: certificate.id, content: said } })
      : await add({ input: { organizationId, clientKey, content: said } });
    if (!error) return onDone();
    // What is sent next is another request.
    if (error.graphQLErrors.length > 0) setClientKey(crypto.randomUUID());
    outcome.refuse(error);
  });
  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      <OutcomeNotice outcome={outcome} />
      <TextField id="content.name" label={<Trans>Tên chứng chỉ</Trans>} autoComplete="off" error={messageOf('content.name')} {...register('content.name')} />
      <TextField
        id="content.standard"
        optional
        label={<Trans>Tiêu chuẩn</Trans>}
        hint={<Trans>Ví dụ: ISO/IEC 27001:2022, TCVN ISO 37122:2020</Trans>}
        autoComplete="off"
        error={messageOf('content.standard')}
        {...register('content.standard')}
      />
      <TextField id="content.issuer" label={<Trans>Nơi cấp</Trans>} autoComplete="off" error={messageOf('content.issuer')} {...register('content.issuer')} />
      <TextField id="content.number" optional label={<Trans>Số hiệu</Trans>} autoComplete="off" error={messageOf('content.number')} {...register('content.number')} />
      <TextField id="content.issuedOn" type="date" label={<Trans>Ngày cấp</Trans>} error={messageOf('content.issuedOn')} {...register('content.issuedOn')} />
      <TextField
        id="content.expiresOn"
        type="date"
        optional
        label={<Trans>Ngày cuối còn giá trị</Trans>}
        hint={<Trans>Để trống nếu không có thời hạn.</Trans>}
        error={messageOf('content.expiresOn')}
        {...register('content.expiresOn')}
      />
      <FileField
        id="content.evidenceId"
        send={(file) => uploadFile('certificate', organizationId, file)}
        label={<Trans>Minh chứng</Trans>}
        hint={<Trans>Bản chụp chứng chỉ; chỉ thành viên và người xác thực của Liên minh mở được.</Trans>}
        files={evidence}
        onChange={setEvidence}
        most={1}
        error={messageOf('content.evidenceId')}
      />
      <Row>
        <Button type="submit" tone="primary" busy={adding.fetching || updating.fetching}>
          <Trans>Lưu chứng chỉ</Trans>
        </Button>
        <Button tone="quiet" onClick={onClose}>
          <Trans>Không, quay lại</Trans>
        </Button>
      </Row>
    </form>
  );
}
