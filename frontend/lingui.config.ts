import { defineConfig } from '@lingui/cli';
import { formatter } from '@lingui/format-po';

/** What a visitor reads; everything else is fetched with the first signed-in page. */
const publicFeatures = ['about', 'catalogue', 'home', 'needs', 'offers', 'organizations', 'session'].map((name) => `src/features/${name}`);
const never = ['**/*.gql.ts', '**/*.test.*'];
const signedInParts = ['src/ui/combobox/**', 'src/i18n/rules.ts'];

export default defineConfig({
  sourceLocale: 'vi',
  locales: ['vi', 'en'],
  catalogs: [
    {
      path: 'src/i18n/locales/{locale}/messages',
      include: ['src/app', 'src/i18n', 'src/routes', 'src/ui', ...publicFeatures],
      exclude: [...never, ...signedInParts],
    },
    {
      path: 'src/i18n/locales/{locale}/workspace',
      include: ['src/features', ...signedInParts],
      exclude: [...never, ...publicFeatures.map((folder) => `${folder}/**`)],
    },
  ],
  format: formatter({ lineNumbers: false }),
  orderBy: 'messageId',
});
