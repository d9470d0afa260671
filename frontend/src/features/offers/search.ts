import { searchOf, text } from '@/app/search';

/** The filters as they stand in the address. Routes import this file by itself: it is needed before the page is. */
export const offerSearch = searchOf({ q: text, tinh: text, linhVuc: text });

export type OfferSearch = ReturnType<typeof offerSearch>;
