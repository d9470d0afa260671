import * as v from 'valibot';
import { oneOf, text } from '@/app/search';
import { organizationKindLabels, valuesOf } from '@/i18n/labels';

/** The filters as they stand in the address. */
export const organizationSearch = v.object({ q: text, loai: oneOf(valuesOf(organizationKindLabels)), tinh: text });

export type OrganizationSearch = v.InferOutput<typeof organizationSearch>;
