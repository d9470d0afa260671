import { useLingui } from '@lingui/react/macro';
import { FileLink } from '@/features/files';
import { formatDate } from '@/i18n/format';
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
  return (
    <ul className={styles['similar']} role="list" aria-label={t`Giấy tờ kèm theo`}>
      {files.map((file) => (
        <li key={file.id}>
          <Icon name="print" />
          <span className={styles['file']}>
            <FileLink file={file} />
            <small>
              {kinds[file.mediaType] ?? file.mediaType} · {formatDate(file.uploadedAt)}
            </small>
          </span>
        </li>
      ))}
    </ul>
  );
}
