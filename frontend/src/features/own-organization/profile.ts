import type { OrganizationContent, OrganizationKind } from '@/graphql-types';
import type { OwnProfileFragment } from './own-organization.gql';

interface Texts {
  vi: string;
  en: string;
}

/** What the form holds; the names are the paths of the input. */
export interface ProfileValues {
  content: {
    kind: OrganizationKind;
    legalName: Texts;
    taxCode: string;
    establishmentCode: string;
    address: string;
    placeId: string | null;
    website: string;
    summary: Texts;
    capabilities: Texts;
    domains: string[];
  };
  acknowledgeSimilarName: boolean;
}

const texts = (value: { vi: string | null; en: string | null }): Texts => ({ vi: value.vi ?? '', en: value.en ?? '' });

export function valuesOf(profile: OwnProfileFragment): ProfileValues {
  return {
    content: {
      kind: profile.kind,
      legalName: texts(profile.legalName),
      taxCode: profile.taxCode ?? '',
      establishmentCode: profile.establishmentCode ?? '',
      address: profile.address ?? '',
      placeId: profile.place?.id ?? null,
      website: profile.website ?? '',
      summary: texts(profile.summary),
      capabilities: texts(profile.capabilities),
      domains: profile.domains.map(({ code }) => code),
    },
    acknowledgeSimilarName: false,
  };
}

/** Typed text as it is stored: composed, without the spaces around it; nothing is null. */
export function orNull(text: string): string | null {
  return text.normalize('NFC').trim() || null;
}

export const textOf = ({ vi, en }: Texts) => ({ vi: orNull(vi), en: orNull(en) });

export function contentOf({ content }: ProfileValues): OrganizationContent {
  return {
    kind: content.kind,
    legalName: textOf(content.legalName),
    taxCode: orNull(content.taxCode),
    establishmentCode: orNull(content.establishmentCode),
    address: orNull(content.address),
    placeId: content.placeId || null,
    website: orNull(content.website),
    summary: textOf(content.summary),
    capabilities: textOf(content.capabilities),
    domains: content.domains,
  };
}

/** Spaces and the case of a code make no other one. */
const line = (text: string) => text.normalize('NFC').trim().replace(/\s+/g, ' ');

/** What the alliance verifies it by. */
function identity({ content }: ProfileValues): string {
  const { kind, legalName, taxCode, establishmentCode } = content;
  return JSON.stringify([kind, line(legalName.vi), line(legalName.en), line(taxCode), line(establishmentCode).toUpperCase()]);
}

/** Whether saving this ends a verification: the same rule as the server's. */
export function changesIdentity(before: ProfileValues, after: ProfileValues): boolean {
  return identity(before) !== identity(after);
}
