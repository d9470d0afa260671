import type { Locale, NewOrganizationInput, OrganizationKind, RequestRegistrationInput } from '@/graphql-types';
import { fieldsOf } from '@/app/fragment';
import { apiLocale } from '@/i18n/locale';

/** What the form holds; the names are the paths of the input, so that the server's problems find their field. */
export interface Registration {
  name: string;
  email: string;
  locale: Locale;
  membership: 'existing' | 'new';
  /** What was looked for, kept between the steps. */
  search: string;
  organizationId: string;
  /** Of the one that was chosen, to be shown. */
  organizationName: string;
  newOrganization: {
    kind: OrganizationKind | '';
    legalName: { vi: string; en: string };
    taxCode: string;
    establishmentCode: string;
    placeId: string;
    website: string;
    acknowledgeSimilarName: boolean;
  };
}

/** Another provider may have said who it is: `#email=…&ten=…`. */
export function blank(fragment: string): Registration {
  const known = fieldsOf(fragment);
  return {
    name: known.get('ten') ?? '',
    email: known.get('email') ?? '',
    locale: apiLocale,
    membership: 'existing',
    search: '',
    organizationId: '',
    organizationName: '',
    newOrganization: { kind: '', legalName: { vi: '', en: '' }, taxCode: '', establishmentCode: '', placeId: '', website: '', acknowledgeSimilarName: false },
  };
}

/** Typed text as it is stored: composed, without the spaces around it; nothing is null. */
function orNull(text: string): string | null {
  return text.normalize('NFC').trim() || null;
}

export function newOrganizationInput({ kind, legalName, ...rest }: Registration['newOrganization']): NewOrganizationInput | null {
  if (!kind) return null;
  return {
    kind,
    legalName: { vi: orNull(legalName.vi), en: orNull(legalName.en) },
    taxCode: orNull(rest.taxCode),
    establishmentCode: orNull(rest.establishmentCode),
    placeId: rest.placeId || null,
    website: orNull(rest.website),
    acknowledgeSimilarName: rest.acknowledgeSimilarName || null,
  };
}

/** The same key for every try of one letter: pressing twice sends one. */
export function registrationInput(values: Registration, clientKey: string): RequestRegistrationInput {
  const joins = values.membership === 'existing';
  return {
    clientKey,
    email: values.email.trim(),
    name: values.name.normalize('NFC').trim(),
    locale: values.locale,
    organizationId: joins ? values.organizationId || null : null,
    newOrganization: joins ? null : newOrganizationInput(values.newOrganization),
  };
}

/** The organisation, to be shown at the second step. */
export function organizationNameOf({ membership, organizationName, newOrganization: { legalName } }: Registration): string {
  return membership === 'existing' ? organizationName : (orNull(legalName.vi) ?? orNull(legalName.en) ?? '');
}

/** Whether the first step is done, so that the second one may be shown. */
export function organizationChosen(values: Registration): boolean {
  const { membership, organizationId, newOrganization: organization } = values;
  return membership === 'existing' ? organizationId !== '' : organization.kind !== '' && organizationNameOf(values) !== '';
}

/** The step that a problem of the server belongs to. */
export function stepOf(field: string | null): 'organization' | 'person' {
  return field !== null && /^(input\.)?(newOrganization|organizationId)\b/.test(field) ? 'organization' : 'person';
}
