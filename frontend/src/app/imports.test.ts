import { expect, it } from 'vitest';

const sources = import.meta.glob<string>('/src/**/*.{ts,tsx}', { query: '?raw', import: 'default', eager: true });

/** Which folders a folder may import from. */
const arrows: Record<string, string[]> = {
  ui: ['ui', 'i18n', 'graphql-types'],
  i18n: ['i18n', 'graphql-types'],
  app: ['app', 'ui', 'i18n', 'features', 'graphql-types', 'routeTree.gen'],
  features: ['features', 'app', 'ui', 'i18n', 'graphql-types'],
  routes: ['features', 'app', 'ui', 'i18n', 'graphql-types', 'routeTree.gen'],
};

interface Import {
  file: string;
  from: string;
  target: string[];
}

const imports: Import[] = Object.entries(sources).flatMap(([file, source]) => {
  if (/\.(gql|gen|test)\.tsx?$/.test(file)) return [];
  return [...source.matchAll(/(?:from|import)\s*\(?\s*'@\/([^']+)'/g)].map(([, path = '']) => ({ file, from: file.split('/')[2] ?? '', target: path.split('/') }));
});

it('folders know only the folders below them', () => {
  const wrong = imports.filter(({ from, target: [folder = ''] }) => !(arrows[from]?.includes(folder) ?? true));
  expect(wrong).toEqual([]);
});

it('features know each other by their faces', () => {
  const wrong = imports.filter(({ file, target: [folder, feature, inner] }) => {
    if (folder !== 'features' || inner === undefined) return false;
    const own = file.startsWith(`/src/features/${feature}/`);
    // A route needs the search parameters of a page before it needs the page.
    const search = file.startsWith('/src/routes/') && inner === 'search';
    return !own && !search;
  });
  expect(wrong).toEqual([]);
});
