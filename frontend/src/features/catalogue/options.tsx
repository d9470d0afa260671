import { useLingui } from '@lingui/react';
import { nameOf } from '@/i18n/bilingual';
import { domainKindLabels, valuesOf } from '@/i18n/labels';
import type { Catalogue } from './useCatalogue';

/** Inside a `<select>`. */
export function PlaceOptions({ of: { places } }: { of: Catalogue }) {
  return places.map((place) => (
    <option key={place.id} value={place.id}>
      {nameOf(place)}
    </option>
  ));
}

/** Inside a `<select>`: the sections of ISO 37122, then the themes that cut across. */
export function DomainOptions({ of: { domains } }: { of: Catalogue }) {
  const { _ } = useLingui();
  return valuesOf(domainKindLabels).map((kind) => (
    <optgroup key={kind} label={_(domainKindLabels[kind])}>
      {domains
        .filter((domain) => domain.kind === kind)
        .map((domain) => (
          <option key={domain.code} value={domain.code}>
            {nameOf(domain)}
          </option>
        ))}
    </optgroup>
  ));
}
