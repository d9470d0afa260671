import { compareText } from '@/i18n/format';
import { nameOf } from '@/i18n/bilingual';
import type { EditingChoicesQuery } from './choices.gql';

export type EditingChoices = EditingChoicesQuery;
export type PlaceChoice = EditingChoices['places'][number];
export type DomainChoice = EditingChoices['domains'][number];

export function todaysPlaces(places: PlaceChoice[]): PlaceChoice[] {
  return places.filter(({ successor, validUntil }) => !successor && !validUntil).toSorted((a, b) => compareText(nameOf(a), nameOf(b)));
}

export function byRegion(places: PlaceChoice[]): { code: string; name: string; places: PlaceChoice[] }[] {
  const regions = new Map<string, { code: string; name: string; places: PlaceChoice[] }>();
  for (const place of todaysPlaces(places)) {
    const { code } = place.region;
    const region = regions.get(code) ?? { code, name: nameOf(place.region), places: [] };
    region.places.push(place);
    regions.set(code, region);
  }
  return [...regions.values()];
}
