import type { IconName } from '@/ui/Icon';
import type { Tone } from '@/ui/Tag';

const day = 24 * 3_600_000;

export type Age = 'fresh' | 'due' | 'late';

/** The alliance promises an answer within three working days: late from the fifth calendar day on. */
export function ageOf(openedAt: string, now = Date.now()): Age {
  const waited = now - Date.parse(openedAt);
  if (waited < 2 * day) return 'fresh';
  return waited < 5 * day ? 'due' : 'late';
}

export const ageLooks: Record<Age, [Tone, IconName]> = {
  fresh: ['positive', 'check'],
  due: ['warning', 'clock'],
  late: ['danger', 'warning'],
};
