import optimizeLocales from '@react-aria/optimize-locales-plugin';
import babel from '@rolldown/plugin-babel';
import { lingui, linguiTransformerBabelPreset } from '@lingui/vite-plugin';
import { tanstackRouter } from '@tanstack/router-plugin/vite';
import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import type { ProxyOptions } from 'vite';
import { defineConfig } from 'vitest/config';
import { precompress } from './scripts/precompress.ts';

const backend = process.env.BACKEND ?? 'http://127.0.0.1:8080';
const proxy: Record<string, ProxyOptions> = {
  '/graphql': { target: backend, ws: true },
  '/dev': { target: backend },
  '/me': { target: backend },
  '/oidc': { target: backend },
  '/files': { target: backend },
  '/proposals': { target: backend },
  '/attachments': { target: backend },
  '/agreements': { target: backend },
  '/audit.csv': { target: backend },
  '/audit.jsonl': { target: backend },
  '/ocds': { target: backend },
  '/exports': { target: backend },
  // The page is ours, the one POST is the server's.
  '/roi-danh-sach': { target: backend, bypass: ({ method, url }) => (method === 'POST' ? undefined : url) },
};
/** Shared parts that visitors never see. */
const signedIn = /Bar\.|Dialog|ErrorSummary|Forbidden|Panel|Wait|money|rules|accountLabels|searchLabels|workLabels|evaluationLabels|agreementLabels|wellFormedLabels|WorkStatusTag|organizationLabels|staffLabels|languages|vietnamTime|membership|serverClock|socket|touches/;

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Files that visitors' pages import. */
const visited = /\/(NeedCard|OfferCard|lazily|money|Search\.module|(needs|offers|organizations|researchers)\.gql)-/;

export default defineConfig({
  // The order matters: routes are split before the macros are expanded, and those before React's transform.
  plugins: [
    tanstackRouter({ target: 'react', autoCodeSplitting: true }),
    babel({ presets: [linguiTransformerBabelPreset()] }),
    react(),
    lingui(),
    // React Aria's words: English from the package, Vietnamese from src/ui/combobox, the other 33 languages left out.
    { ...optimizeLocales.vite({ locales: ['en-US'] }), enforce: 'pre' },
    precompress(),
  ],
  resolve: { alias: { '@': at('./src') } },
  build: {
    target: 'baseline-widely-available',
    manifest: true,
    // What a page imports is fetched beside it, not after it, where visitors go. The names of what only signed-in pages import
    // would weigh two kB on every visitor's first page; those pages are fetched when the pointer comes near their links.
    modulePreload: {
      resolveDependencies: (_, files, { hostType }) => (hostType === 'html' ? files : files.filter((file) => visited.test(file))),
    },
    // The server's content policy has no data: source.
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: { vi: at('./index.html'), en: at('./en/index.html') },
      // What every page needs comes in a few files, not in thirty: small files compress badly.
      output: {
        codeSplitting: {
          groups: [
            { name: 'vendor', test: /node_modules\/(react|react-dom|scheduler|use-sync-external-store|@tanstack|@lingui|@urql|urql|wonka|@0no-co)\// },
            { name: 'design', test: (id) => /src\/((ui|i18n|features\/catalogue)\/[^/]+|features\/needs\/Deadline)\.tsx?$/.test(id) && !signedIn.test(id) },
            { name: 'lazily', test: /src\/features\/(joint-calls|market|interests)\/lazily/ },
            { name: 'frame', test: (id) => /src\/(app|routes|routeTree)/.test(id) && !/tsr-split|\.css/.test(id) && !signedIn.test(id) },
          ],
        },
      },
    },
  },
  server: { proxy },
  preview: { proxy },
  test: { include: ['src/**/*.test.{ts,tsx}'], environment: 'happy-dom', pool: 'threads', maxWorkers: 2 },
});
