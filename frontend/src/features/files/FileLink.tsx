import { Trans } from '@lingui/react/macro';
import { useLingui } from '@lingui/react';
import { useState } from 'react';
import { appError, describe } from '@/app/errors';
import { Icon } from '@/ui/Icon';
import { FileSize } from './FileField';
import styles from './Files.module.css';
import { saveStoredFile } from './transfer';

interface Props {
  file: { path: string; name: string; size: number };
}

/** A file that only some may read: fetched with the reader's token, then saved. */
export function FileLink({ file }: Props) {
  const { i18n } = useLingui();
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const save = async () => {
    if (busy) return;
    setBusy(true);
    const error = await saveStoredFile(file);
    setBusy(false);
    setProblem(error ? describe(appError(error), i18n) : null);
  };
  return (
    <span className={styles['link']}>
      <button type="button" aria-disabled={busy || undefined} onClick={() => void save()}>
        <Icon name="lock" size={16} />
        <span>
          <Trans>
            Tải về <span className={styles['name']}>{file.name}</span>
          </Trans>
        </span>
      </button>{' '}
      <FileSize bytes={file.size} />
      {problem && <span role="alert"> {problem}</span>}
    </span>
  );
}
