import type { NewOrganizationInput, OrganizationKind, RegisterInput } from '@/graphql-types';
import { apiLocale } from '@/i18n/locale';

/** What the form holds; the names are the paths of the input, so that the server's problems find their field. */
export interface Registration {
  name: string;
  email: string;
  password: string;
  membership: 'existing' | 'new';
  organizationId: string;
  newOrganization: {
    kind: OrganizationKind | '';
    legalName: { vi: string; en: string };
    taxCode: string;
    placeId: string;
    website: string;
  };
}

export const blank: Registration = {
  name: '',
  email: '',
  password: '',
  membership: 'existing',
  organizationId: '',
  newOrganization: { kind: '', legalName: { vi: '', en: '' }, taxCode: '', placeId: '', website: '' },
};

/** Typed text as it is stored: composed, without the spaces around it; nothing is null. */
function orNull(text: string): string | null {
  return text.normalize('NFC').trim() || null;
}

function newOrganization({ kind, legalName, ...rest }: Registration['newOrganization']): NewOrganizationInput | null {
  if (!kind) return null;
  return {
    kind,
    legalName: { vi: orNull(legalName.vi), en: orNull(legalName.en) },
    taxCode: orNull(rest.taxCode),
    placeId: rest.placeId || null,
    website: orNull(rest.website),
  };
}

/** The same key for every try of one form: pressing twice registers once. */
export function registerInput(values: Registration, clientKey: string): RegisterInput {
  const joins = values.membership === 'existing';
  return {
    clientKey,
    email: values.email.trim(),
    name: values.name.normalize('NFC').trim(),
    password: values.password,
    locale: apiLocale,
    organizationId: joins ? values.organizationId || null : null,
    newOrganization: joins ? null : newOrganization(values.newOrganization),
  };
}
