import { oneOf, searchOf, text } from '@/app/search';

/** Listed here once more: the words of `staffLabels.ts` are fetched with the page, this with the router. */
const kinds = ['NEED', 'OFFER', 'MATCH', 'REGISTRATION', 'VERIFICATION', 'ALLIANCE_MEMBERSHIP', 'REPORT', 'APPEAL', 'MERGE', 'SUSPENSION'] as const;

export const queueSearch = searchOf({
  loai: oneOf(kinds),
  'trang-thai': oneOf(['xong']),
  giu: oneOf(['ME', 'NOBODY', 'OTHERS']),
  'pham-vi': oneOf(['tat-ca']),
  muc: text,
});

export type QueueSearch = ReturnType<typeof queueSearch>;

export const mergeSearch = searchOf({ tu: text, vao: text });

export type MergeSearch = ReturnType<typeof mergeSearch>;
