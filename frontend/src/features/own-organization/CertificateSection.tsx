import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useMutation } from 'urql';
import { appError, describe } from '@/app/errors';
import { OutcomeNotice, useOutcome } from '@/features/account';
import { FileLink } from '@/features/files';
import { CertificateList } from '@/features/portfolio';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { EmptyState } from '@/ui/EmptyState';
import { Section } from '@/ui/Page';
import { ReasonDialog } from '@/ui/ReasonDialog';
import { CertificateForm } from './CertificateForm';
import styles from './Own.module.css';
import { RemoveCertificateDocument, type OwnCertificateFragment } from './own-organization.gql';

interface Props {
  organizationId: string;
  certificates: OwnCertificateFragment[];
  edits: boolean;
}

export function CertificateSection({ organizationId, certificates, edits }: Props) {
  const { t, i18n } = useLingui();
  const outcome = useOutcome();
  const [editing, setEditing] = useState<OwnCertificateFragment | 'new' | null>(null);
  const [removing, setRemoving] = useState<OwnCertificateFragment | null>(null);
  const [, remove] = useMutation(RemoveCertificateDocument);
  const add = (
    <Button
      onClick={() => {
        outcome.clear();
        setEditing('new');
      }}
    >
      <Trans>Thêm chứng chỉ</Trans>
    </Button>
  );
  return (
    <Section title={<Trans>Chứng chỉ</Trans>}>
      <OutcomeNotice outcome={outcome} />
      {certificates.length === 0 ? (
        <EmptyState title={<Trans>Chưa có chứng chỉ nào</Trans>} action={edits && add}>
          <Trans>ISO, TCVN, giấy phép hành nghề, chứng nhận sản phẩm. Bên có nhu cầu tin hơn khi thấy nơi cấp và thời hạn.</Trans>
        </EmptyState>
      ) : (
        <>
          <CertificateList
            certificates={certificates}
            renderMore={(certificate) => (
              <div className={styles['do']}>
                {certificate.evidence && <FileLink file={certificate.evidence} />}
                {edits && (
                  <>
                    <Button tone="quiet" onClick={() => setEditing(certificate)}>
                      <Trans>
                        Sửa<span className="visually-hidden">: {certificate.name}</span>
                      </Trans>
                    </Button>
                    <Button tone="danger" onClick={() => setRemoving(certificate)}>
                      <Trans context="item">
                        Gỡ<span className="visually-hidden"> {certificate.name}</span>
                      </Trans>
                    </Button>
                  </>
                )}
              </div>
            )}
          />
          {edits && <div>{add}</div>}
        </>
      )}
      <Dialog open={editing !== null} title={editing === 'new' ? <Trans>Thêm chứng chỉ</Trans> : <Trans>Sửa chứng chỉ</Trans>} onClose={() => setEditing(null)}>
        {editing && (
          <CertificateForm
            organizationId={organizationId}
            certificate={editing === 'new' ? null : editing}
            onClose={() => setEditing(null)}
            onDone={() => {
              outcome.succeed(editing === 'new' ? t`Đã thêm chứng chỉ.` : t`Đã lưu chứng chỉ.`);
              setEditing(null);
            }}
          />
        )}
      </Dialog>
      <ReasonDialog
        open={removing !== null}
        title={<Trans>Gỡ chứng chỉ?</Trans>}
        action={<Trans>Gỡ chứng chỉ</Trans>}
        tone="danger"
        onClose={() => setRemoving(null)}
        onConfirm={async () => {
          const { error } = await remove({ input: { certificateId: removing?.id ?? '' } });
          if (error) return describe(appError(error), i18n);
          setRemoving(null);
          outcome.succeed(t`Đã gỡ chứng chỉ.`);
          return null;
        }}
      >
        <p>
          <Trans>
            <strong>{removing?.name}</strong> biến khỏi trang công khai; tệp minh chứng bị xóa. Không khôi phục được.
          </Trans>
        </p>
      </ReasonDialog>
    </Section>
  );
}
