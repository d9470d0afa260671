import { Trans } from '@lingui/react/macro';
import { useState, type FormEvent, type ReactNode } from 'react';
import { Button } from './Button';
import styles from './Filters.module.css';

type Search = Record<string, string | undefined>;

interface Props {
  /** Names the search region for screen readers. */
  label: string;
  /** What is in the address now; the fields are drawn anew when it changes by other means. */
  values: Search;
  onSearch: (search: Search) => void;
  /** The field that everybody uses. */
  keyword: ReactNode;
  /** The others; folded away on a phone until one is in use. */
  children: ReactNode;
}

const roomy = () => window.matchMedia('(width >= 48rem)').matches;

/** The fields above a list. They take effect on submit, and land in the address. */
export function Filters({ label, values, onSearch, keyword, children }: Props) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const entries = [...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value).normalize('NFC').trim() || undefined]);
    onSearch(Object.fromEntries(entries));
  };
  const filtered = Object.values(values).some((value) => value !== undefined);
  const [unfolded] = useState(() => roomy() || filtered);
  return (
    <search aria-label={label}>
      <form key={JSON.stringify(values)} className={`${styles['filters']} no-print`} onSubmit={submit}>
        {keyword}
        <details className={styles['more']} open={unfolded}>
          <summary>
            <Trans>Bộ lọc</Trans>
          </summary>
          <div className={styles['fields']}>{children}</div>
        </details>
        <div className={styles['actions']}>
          <Button type="submit" tone="primary">
            <Trans>Tìm</Trans>
          </Button>
          {filtered && (
            <Button tone="quiet" onClick={() => onSearch({})}>
              <Trans>Xóa bộ lọc</Trans>
            </Button>
          )}
        </div>
      </form>
    </search>
  );
}
