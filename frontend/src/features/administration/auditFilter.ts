import type { AuditFilter } from '@/graphql-types';
import { toInstant } from '@/i18n/vietnamTime';
import type { AuditSearch } from './search';

const day = 24 * 3_600_000;

/** Days are Vietnam's, and the last one is meant with all its hours. */
export function auditFilterOf({ viec, nguoi, 'doi-tuong': subject, tu, den }: AuditSearch): AuditFilter {
  const last = den ? toInstant({ date: den, time: '00:00' }) : null;
  return {
    action: viec ?? null,
    actor: nguoi ?? null,
    subject: subject ?? null,
    from: tu ? toInstant({ date: tu, time: '00:00' }) : null,
    to: last && new Date(Date.parse(last) + day).toISOString(),
  };
}

/** Where the same records are as a file. */
export function exportPath(format: 'csv' | 'jsonl', filter: AuditFilter): string {
  const given = Object.entries(filter).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  const query = new URLSearchParams(given).toString();
  return `/audit.${format}${query && `?${query}`}`;
}
