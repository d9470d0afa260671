import { oneOf, searchOf, text } from '@/app/search';

/** The filters as they stand in the address. Routes import this file by itself: it is needed before the page is. */
export const organizationSearch = searchOf({ q: text, loai: text, tinh: text, 'linh-vuc': text, dau: oneOf(['xac-thuc', 'lien-minh']) });

export type OrganizationSearch = ReturnType<typeof organizationSearch>;
