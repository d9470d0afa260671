import { createRouter, parseSearchWith, stringifySearchWith } from '@tanstack/react-router';
import { basePathOf, locale } from '@/i18n/locale';
import { routeTree } from '@/routeTree.gen';
import { ErrorPage } from './ErrorPage';
import { NotFoundPage } from './NotFoundPage';

const asIs = (text: string) => text;

export const router = createRouter({
  routeTree,
  basepath: basePathOf(locale),
  // Clean addresses: ?tinh=place_1, without the quotes of JSON.
  parseSearch: parseSearchWith(asIs),
  stringifySearch: stringifySearchWith(String),
  defaultPreload: 'intent',
  defaultErrorComponent: ErrorPage,
  defaultNotFoundComponent: NotFoundPage,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
