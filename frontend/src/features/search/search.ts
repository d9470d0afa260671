import { oneOf, searchOf, text } from '@/app/search';

/** A search as it stands in the address; of several values of one list the address holds all, with dots between them.
 * Routes import this file by itself: it is needed before the page is. */
export const searchSearch = searchOf({
  q: text,
  loai: oneOf(['NEED', 'OFFER', 'ORGANIZATION', 'RESEARCHER']),
  'linh-vuc': text,
  tinh: text,
  vung: text,
  'hop-dong': text,
  'trang-thai': text,
  'ngon-ngu': text,
  /** Đồng, whole. */
  tu: text,
  den: text,
  /** From 1. */
  trang: text,
});

export type SearchAddress = ReturnType<typeof searchSearch>;
