import { useMemo } from 'react';
import { useQuery } from 'urql';
import { nameOf } from '@/i18n/bilingual';
import { compareText } from '@/i18n/format';
import { CatalogueDocument, type CatalogueQuery } from './catalogue.gql';

export type Catalogue = CatalogueQuery;

const empty: Catalogue = { places: [], domains: [] };

/** Today's 34 units in the reader's alphabet, and the fields of work. Empty until they are here. */
export function useCatalogue(): Catalogue {
  const [{ data }] = useQuery({ query: CatalogueDocument });
  return useMemo(() => {
    if (!data) return empty;
    return { ...data, places: data.places.toSorted((a, b) => compareText(nameOf(a), nameOf(b))) };
  }, [data]);
}
