import * as v from 'valibot';
import { oneOf, text } from '@/app/search';
import type { NeedStatus } from '@/graphql-types';
import { needSortLabels, valuesOf } from '@/i18n/labels';

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

/** The filters as they stand in the address. */
export const needSearch = v.object({
  q: text,
  tinh: text,
  linhVuc: text,
  trangThai: oneOf(publicStatuses),
  sapXep: oneOf(valuesOf(needSortLabels)),
});

export type NeedSearch = v.InferOutput<typeof needSearch>;
