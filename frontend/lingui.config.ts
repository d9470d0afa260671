import { defineConfig } from '@lingui/cli';
import { formatter } from '@lingui/format-po';

const folders = (names: string[]) => names.map((name) => `src/features/${name}`);
/** What a visitor reads; everything else is fetched with the first page that says it. */
const publicFeatures = folders(['about', 'catalogue', 'home', 'needs', 'offers', 'organizations']);
/** What a visitor reads of researchers, of what an organisation can show, and of the open data. */
const directoryFeatures = folders(['open-data', 'portfolio', 'researchers']);
const directoryParts = ['OrganizationPage', 'OrganizationFacts', 'Doings'].map((name) => `src/features/organizations/${name}.tsx`);
/** Signing in, registering, answering an invitation, and one's own account. */
const accountFeatures = folders(['account', 'credentials', 'invitations', 'recovery', 'registration', 'session']);
const never = ['**/*.gql.ts', '**/*.test.*'];
/** Searching everything, and searches that were saved. */
const searchFeatures = folders(['search', 'suggestions']);
const accountParts = ['src/i18n/accountLabels.ts'];
const searchParts = ['src/i18n/searchLabels.ts'];
const signedInParts = ['src/ui/combobox/**', 'src/i18n/workLabels.ts', 'src/i18n/evaluationLabels.ts', 'src/i18n/agreementLabels.ts', 'src/i18n/wellFormedLabels.ts', 'src/i18n/rules.ts', 'src/i18n/organizationLabels.ts', 'src/i18n/staffLabels.ts'];

export default defineConfig({
  sourceLocale: 'vi',
  locales: ['vi', 'en'],
  catalogs: [
    {
      path: 'src/i18n/locales/{locale}/messages',
      include: ['src/app', 'src/i18n', 'src/routes', 'src/ui', ...publicFeatures],
      exclude: [...never, ...signedInParts, ...accountParts, ...searchParts, ...directoryParts],
    },
    {
      path: 'src/i18n/locales/{locale}/account',
      include: [...accountFeatures, ...accountParts],
      exclude: never,
    },
    {
      path: 'src/i18n/locales/{locale}/directory',
      include: [...directoryFeatures, ...directoryParts],
      exclude: never,
    },
    {
      path: 'src/i18n/locales/{locale}/search',
      include: [...searchFeatures, ...searchParts],
      exclude: never,
    },
    {
      path: 'src/i18n/locales/{locale}/workspace',
      include: ['src/features', ...signedInParts],
      exclude: [...never, ...[...publicFeatures, ...directoryFeatures, ...accountFeatures, ...searchFeatures].map((folder) => `${folder}/**`)],
    },
  ],
  format: formatter({ lineNumbers: false }),
  orderBy: 'messageId',
});
