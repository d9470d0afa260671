import type { ConsentPurpose } from '@/graphql-types';

const purposes: Record<string, ConsentPurpose> = {
  weekly_digest: 'WEEKLY_DIGEST',
  search_alerts: 'SEARCH_ALERTS',
  public_profile: 'PUBLIC_PROFILE',
};

/** Which list a link leaves; whether the link is good, only the server knows. */
export function listOf(token: string): ConsentPurpose | null {
  return purposes[token.split('.')[0] ?? ''] ?? null;
}

/** The same one POST that mail programs send (RFC 8058). */
export async function leaveList(token: string): Promise<'left' | 'unknown' | 'failed'> {
  const response = await fetch(`/roi-danh-sach/${encodeURIComponent(token)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
    credentials: 'omit',
  }).catch(() => null);
  if (response?.status === 404) return 'unknown';
  return response?.ok ? 'left' : 'failed';
}
