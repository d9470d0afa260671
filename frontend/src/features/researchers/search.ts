import { oneOf, searchOf, text } from '@/app/search';

/** The filters as they stand in the address. Routes import this file by itself: it is needed before the page is. */
export const researcherSearch = searchOf({ q: text, 'linh-vuc': text, 'ngon-ngu': text, 'san-sang': oneOf(['danh-gia', 'lien-danh']) });

export type ResearcherSearch = ReturnType<typeof researcherSearch>;
