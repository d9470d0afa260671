// First: it takes what is secret out of the address before anything else reads it.
import './fragment';
import { I18nProvider } from '@lingui/react';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { activateLocale } from '@/i18n/activate';
import { expectFocusOnHeading } from '@/ui/PageHeading';
import { SessionProvider } from './SessionProvider';
import { router } from './router';
import { session } from './transport';

router.subscribe('onBeforeNavigate', ({ pathChanged, fromLocation }) => {
  if (pathChanged && fromLocation) expectFocusOnHeading();
});

/**
 * The HTML already shows the masthead and, at home, the headline: they stay until the page itself is ready.
 * Not a top-level await: the pages' chunks import this file's chunk and would wait for it forever.
 */
async function start(root: HTMLElement) {
  // Without waiting: a page that needs the reader asks again, and both get the same answer.
  if (session.needsRenewal) void session.renew().catch(() => undefined);
  const [i18n] = await Promise.all([activateLocale(), router.load()]);
  createRoot(root).render(
    <StrictMode>
      <I18nProvider i18n={i18n}>
        <SessionProvider>
          <RouterProvider router={router} />
        </SessionProvider>
      </I18nProvider>
    </StrictMode>,
  );
}

void start(document.getElementById('root')!);
