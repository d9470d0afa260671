import type { ContractType, DeliveryModel, OfferContent, OfferMaturity } from '@/graphql-types';
import { moneyToType, parseMoney } from '@/i18n/money';
import type { OfferDraftFragment } from './offer-editor.gql';

interface Texts {
  vi: string;
  en: string;
}

export interface OfferValues {
  content: {
    title: Texts;
    summary: Texts;
    description: Texts;
    domains: string[];
    /** "everywhere" is saved as an empty coverage. */
    where: 'everywhere' | 'some';
    coverage: string[];
    price: { min: string; max: string };
    contractTypes: ContractType[];
    deliveryModels: DeliveryModel[];
    maturity: OfferMaturity | '';
    references: { name: string; placeId: string; year: string }[];
  };
}

const texts = (value?: { vi: string | null; en: string | null }): Texts => ({ vi: value?.vi ?? '', en: value?.en ?? '' });

export function valuesOf(offer: OfferDraftFragment | null): OfferValues {
  const coverage = offer?.coverage.map(({ id }) => id) ?? [];
  return {
    content: {
      title: texts(offer?.title),
      summary: texts(offer?.summary),
      description: texts(offer?.description),
      domains: offer?.domains.map(({ code }) => code) ?? [],
      where: coverage.length > 0 ? 'some' : 'everywhere',
      coverage,
      price: { min: moneyToType(offer?.price?.min), max: moneyToType(offer?.price?.max) },
      contractTypes: [...(offer?.contractTypes ?? [])],
      deliveryModels: [...(offer?.deliveryModels ?? [])],
      maturity: offer?.maturity ?? '',
      references: offer?.references.map(({ name, placeId, year }) => ({ name, placeId: placeId ?? '', year: year ? String(year) : '' })) ?? [],
    },
  };
}

const toText = ({ vi, en }: Texts) => ({ vi: vi.trim().normalize('NFC') || null, en: en.trim().normalize('NFC') || null });

/** A line in which nothing was written is no reference. */
function referencesOf(lines: OfferValues['content']['references']) {
  return lines
    .filter(({ name, placeId, year }) => name.trim() || placeId || year.trim())
    .map(({ name, placeId, year }) => ({ name: name.trim().normalize('NFC'), placeId: placeId || null, year: /^\d{4}$/.test(year.trim()) ? Number(year) : null }));
}

export function contentOf({ content }: OfferValues): OfferContent {
  return {
    title: toText(content.title),
    summary: toText(content.summary),
    description: toText(content.description),
    domains: content.domains,
    coverage: content.where === 'everywhere' ? [] : content.coverage,
    price: { min: parseMoney(content.price.min) ?? null, max: parseMoney(content.price.max) ?? null },
    contractTypes: content.contractTypes,
    deliveryModels: content.deliveryModels,
    maturity: content.maturity || null,
    references: referencesOf(content.references),
  };
}
