import type { MatchStatus } from '@/graphql-types';

/** What a list of matches can be narrowed to. Routes import this file by itself: it is needed before the page is. */
export const matchStatuses = [
  'SUGGESTED',
  'REVIEWED',
  'INTRODUCED',
  'ACCEPTED_BY_NEED',
  'ACCEPTED_BY_OFFER',
  'MUTUAL',
  'IN_DIALOGUE',
  'CONVERTED',
  'DECLINED',
  'EXPIRED',
  'BLOCKED',
] as const satisfies MatchStatus[];
