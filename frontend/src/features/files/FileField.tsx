import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { appError, describe } from '@/app/errors';
import { formatNumber } from '@/i18n/format';
import { announce } from '@/ui/Announcer';
import { Button } from '@/ui/Button';
import { TextField } from '@/ui/Field';
import { Icon } from '@/ui/Icon';
import styles from './Files.module.css';
import { mostBytes, takenTypes, type Answer, type StoredFile } from './transfer';

interface Props {
  id: string;
  /** Sends one to the server. */
  send: (file: File) => Promise<Answer<StoredFile>>;
  label: ReactNode;
  /** What to send; the limits are added. */
  hint?: ReactNode;
  files: StoredFile[];
  onChange: (files: StoredFile[]) => void;
  /** How many there may be. */
  most: number;
  error?: string | undefined;
}

/** Takes files, sends each at once, and says what the server thinks of it. */
export function FileField({ id, send, label, hint, files, onChange, most, error }: Props) {
  const { t, i18n } = useLingui();
  const [refused, setRefused] = useState<string>();
  const [sending, setSending] = useState<string | null>(null);
  const full = files.length >= most;

  const take = async (chosen: File[]) => {
    setRefused(undefined);
    let kept = most === 1 ? [] : files;
    const problems: string[] = [];
    for (const file of chosen.slice(0, most - kept.length)) {
      if (!takenTypes.includes(file.type)) problems.push(t`${file.name}: chỉ nhận tệp PDF, PNG hoặc JPEG. Hãy lưu tài liệu Word, Excel thành PDF.`);
      else if (file.size > mostBytes) problems.push(t`${file.name}: tệp lớn hơn 10 MB. Hãy giảm dung lượng.`);
      else {
        setSending(file.name);
        const { value, error: failure } = await send(file);
        if (failure) problems.push(`${file.name}: ${describe(appError(failure), i18n)}`);
        else {
          kept = [...kept, value];
          onChange(kept);
          announce(t`Đã tải lên ${value.name}`);
        }
      }
    }
    setSending(null);
    if (chosen.length > most - files.length && most > 1) problems.push(t`Tối đa ${most} tệp.`);
    if (problems.length > 0) {
      setRefused(problems.join(' '));
      document.getElementById(id)?.focus();
    }
  };

  return (
    <div className={styles['files']}>
      <TextField
        id={id}
        type="file"
        accept={takenTypes.join(',')}
        multiple={most > 1}
        optional
        label={label}
        hint={
          <>
            {hint} {most > 1 ? <Trans>PDF, PNG hoặc JPEG, mỗi tệp tối đa 10 MB, nhiều nhất {most} tệp.</Trans> : <Trans>Một tệp PDF, PNG hoặc JPEG, tối đa 10 MB.</Trans>}
          </>
        }
        error={refused ?? error}
        aria-disabled={sending !== null || (full && most > 1)}
        onChange={(event) => {
          const chosen = [...(event.target.files ?? [])];
          // The same file may be chosen again after it was refused.
          event.target.value = '';
          if (sending === null && chosen.length > 0) void take(chosen);
        }}
      />
      {sending !== null && (
        <p className={styles['sending']}>
          <Trans>Đang tải lên {sending}…</Trans>
        </p>
      )}
      {files.length > 0 && (
        <ul className={styles['list']} role="list" aria-label={t`Tệp đã tải lên`}>
          {files.map((file) => (
            <li key={file.id}>
              <Icon name="check" />
              <span className={styles['name']}>
                {file.name} <FileSize bytes={file.size} />
              </span>
              <Button
                tone="quiet"
                onClick={() => {
                  onChange(files.filter((other) => other.id !== file.id));
                  document.getElementById(id)?.focus();
                }}
              >
                <Trans context="file">
                  Bỏ<span className="visually-hidden"> {file.name}</span>
                </Trans>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

export function FileSize({ bytes }: { bytes: number }) {
  const [kilobytes, megabytes] = [Math.max(1, Math.round(bytes / 1024)), bytes / (1024 * 1024)];
  return <span className={styles['size']}>({megabytes >= 1 ? `${formatNumber(megabytes)} MB` : `${formatNumber(kilobytes)} kB`})</span>;
}
