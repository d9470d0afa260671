import type { ContractType, FacetKey, SearchFilter, SearchKind, SearchLanguage } from '@/graphql-types';
import { contractTypeLabels } from '@/i18n/labels';
import type { SearchAddress } from './search';

/** The lists by which results are narrowed, in the order of the page, and how the address calls them. */
export const facets = [
  ['DOMAIN', 'linh-vuc'],
  ['PLACE', 'tinh'],
  ['REGION', 'vung'],
  ['CONTRACT_TYPE', 'hop-dong'],
  ['STATUS', 'trang-thai'],
  ['LANGUAGE', 'ngon-ngu'],
] as const satisfies [FacetKey, keyof SearchAddress][];

export type Facet = (typeof facets)[number][0];

/** Hits of one page, and how far the server looks. */
export const pageSize = 20;
const reach = 950;

const known = (value: string, table: object) => value in table;

/** What is chosen of a list. */
export function chosenOf(address: SearchAddress, facet: Facet): string[] {
  const name = facets.find(([key]) => key === facet)![1];
  const values = address[name]?.split('.').filter((value) => value !== '') ?? [];
  // The API knows these by name: what somebody wrote into the address by hand would be an error.
  if (facet === 'CONTRACT_TYPE') return values.filter((value) => known(value, contractTypeLabels));
  if (facet === 'LANGUAGE') return values.filter((value) => value === 'vi' || value === 'en');
  return values;
}

/** The address with other values of a list, from its first page. */
export function withChosen(address: SearchAddress, facet: Facet, values: string[]): SearchAddress {
  const name = facets.find(([key]) => key === facet)![1];
  const { trang: _, [name]: __, ...rest } = address;
  return values.length > 0 ? { ...rest, [name]: values.join('.') } : rest;
}

export const amountOf = (value: string | undefined): string | null => (value && /^\d{1,15}$/.test(value) ? value : null);

export function pageOf({ trang }: SearchAddress): number {
  const page = Number(trang);
  return Number.isInteger(page) && page >= 1 ? Math.min(page, lastPage(Infinity)) : 1;
}

/** The last page that can be asked for. */
export const lastPage = (total: number) => Math.max(1, Math.min(Math.ceil(total / pageSize), Math.floor(reach / pageSize) + 1));

/** What the API is asked. */
export function filterOf(address: SearchAddress): SearchFilter {
  const list = (facet: Facet) => {
    const values = chosenOf(address, facet);
    return values.length > 0 ? values : null;
  };
  const [min, max] = [amountOf(address.tu), amountOf(address.den)];
  return {
    kinds: address.loai ? [address.loai] : null,
    domains: list('DOMAIN'),
    placeIds: list('PLACE'),
    regions: list('REGION'),
    contractTypes: list('CONTRACT_TYPE') as ContractType[] | null,
    statuses: list('STATUS'),
    languages: (list('LANGUAGE')?.map((value) => value.toUpperCase()) ?? null) as SearchLanguage[] | null,
    budget: min === null && max === null ? null : { min, max },
  };
}

/** Is it narrowed by anything but words? */
export function narrowed(address: SearchAddress): boolean {
  return Object.entries(address).some(([name, value]) => name !== 'q' && name !== 'trang' && value !== undefined);
}

interface Saved {
  query: string;
  facets: { key: FacetKey; values: string[] }[];
  budget: { min: string | null; max: string | null } | null;
}

/** Where a saved search is looked at. */
export function addressOf({ query, facets: saved, budget }: Saved): SearchAddress {
  const valuesOf = (wanted: FacetKey) => saved.find(({ key }) => key === wanted)?.values ?? [];
  // The tabs of the page are one kind or all.
  const kinds = valuesOf('KIND');
  const loai = kinds.length === 1 ? (kinds[0] as SearchKind) : undefined;
  let address: SearchAddress = { q: query || undefined, loai, tu: budget?.min ?? undefined, den: budget?.max ?? undefined };
  for (const [facet] of facets) address = withChosen(address, facet, valuesOf(facet));
  return Object.fromEntries(Object.entries(address).filter(([, value]) => value !== undefined)) as SearchAddress;
}
