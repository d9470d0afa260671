import { oneOf, searchOf, text } from '@/app/search';
import type { NeedStatus } from '@/graphql-types';

/** What a visitor may ask for: the states that a published need can be in. */
export const publicStatuses = [
  'OPEN',
  'CONSULTATION',
  'CLOSED',
  'EVALUATING',
  'MATCHED',
  'IN_AGREEMENT',
  'COMPLETED',
  'HANDED_OVER',
  'UNSUCCESSFUL',
  'CANCELLED',
  'WITHDRAWN',
] as const satisfies NeedStatus[];

/** The filters as they stand in the address. Routes import this file by itself: it is needed before the page is. */
export const needSearch = searchOf({
  q: text,
  tinh: text,
  linhVuc: text,
  trangThai: oneOf(publicStatuses),
  sapXep: oneOf(['NEWEST', 'CLOSING_SOON']),
});

export type NeedSearch = ReturnType<typeof needSearch>;
