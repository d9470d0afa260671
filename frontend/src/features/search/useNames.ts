import type { MessageDescriptor } from '@lingui/core';
import { useLingui } from '@lingui/react';
import { useQuery } from 'urql';
import type { Facet } from './criteria';
import { nameOf, shortNameOf } from '@/i18n/bilingual';
import { contractTypeLabels, needStatusLabels, offerStatusLabels } from '@/i18n/labels';
import { searchLanguageLabels } from '@/i18n/searchLabels';
import { SearchNamesDocument } from './search.gql';

/** What a value of a list is called; its code while the names are on their way. */
export function useNames(): (facet: Facet, value: string) => string {
  const { _ } = useLingui();
  const [{ data }] = useQuery({ query: SearchNamesDocument });
  const regions = data?.places.map(({ region }) => region) ?? [];
  return (facet, value) => {
    switch (facet) {
      case 'DOMAIN': {
        const domain = data?.domains.find(({ code }) => code === value);
        return domain ? nameOf(domain) : value;
      }
      case 'PLACE': {
        const place = data?.places.find(({ id }) => id === value);
        return place ? shortNameOf(place) : value;
      }
      case 'REGION': {
        const region = regions.find(({ code }) => code === value);
        return region ? nameOf(region) : value;
      }
      case 'CONTRACT_TYPE':
        return labelled(contractTypeLabels);
      case 'STATUS':
        return labelled({ ...offerStatusLabels, ...needStatusLabels });
      case 'LANGUAGE':
        return labelled({ vi: searchLanguageLabels.VI, en: searchLanguageLabels.EN });
    }
    function labelled(table: Record<string, MessageDescriptor>) {
      const label = table[value];
      return label ? _(label) : value;
    }
  };
}
