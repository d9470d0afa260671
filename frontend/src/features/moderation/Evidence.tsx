import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { fetchFile, saveFile } from '@/app/download';
import { formatDate, formatNumber } from '@/i18n/format';
import { announce } from '@/ui/Announcer';
import { Button } from '@/ui/Button';
import { Icon } from '@/ui/Icon';
import styles from './Moderation.module.css';

interface Paper {
  id: string;
  name: string;
  mediaType: string;
  size: number;
  path: string;
  uploadedAt: string;
}

const kinds: Record<string, string> = { 'application/pdf': 'PDF', 'image/png': 'PNG', 'image/jpeg': 'JPEG' };

/** Papers to be read; that somebody of the alliance read them is on record. */
export function Evidence({ files }: { files: Paper[] }) {
  const { t } = useLingui();
  const [busy, setBusy] = useState<string | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const read = async (file: Paper) => {
    if (busy) return;
    setBusy(file.id);
    setFailed(null);
    const content = await fetchFile(file.path);
    setBusy(null);
    if (!content) return setFailed(file.name);
    saveFile(file.name, content);
    announce(t`Đã tải tệp ${file.name}.`);
  };
  return (
    <>
      {failed && (
        <p role="alert">
          <Trans>Chưa tải được {failed}. Hãy thử lại.</Trans>
        </p>
      )}
      <ul className={styles['similar']} role="list" aria-label={t`Giấy tờ kèm theo`}>
        {files.map((file) => (
          <li key={file.id}>
            <Icon name="print" />
            <span className={styles['file']}>
              {file.name}
              <small>
                {kinds[file.mediaType] ?? file.mediaType} · {formatNumber(Math.max(1, Math.round(file.size / 1024)))} kB · {formatDate(file.uploadedAt)}
              </small>
            </span>
            <Button busy={busy === file.id} onClick={() => void read(file)}>
              <Trans>
                Tải về<span className="visually-hidden"> {file.name}</span>
              </Trans>
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
