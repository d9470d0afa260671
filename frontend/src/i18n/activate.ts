import { i18n } from '@lingui/core';
import { locale, type Locale } from './locale';

type Catalogue = () => Promise<typeof import('*.po')>;

const publicCatalogue: Record<Locale, Catalogue> = {
  vi: () => import('./locales/vi/messages.po'),
  en: () => import('./locales/en/messages.po'),
};

const accountCatalogue: Record<Locale, Catalogue> = {
  vi: () => import('./locales/vi/account.po'),
  en: () => import('./locales/en/account.po'),
};

const directoryCatalogue: Record<Locale, Catalogue> = {
  vi: () => import('./locales/vi/directory.po'),
  en: () => import('./locales/en/directory.po'),
};

const searchCatalogue: Record<Locale, Catalogue> = {
  vi: () => import('./locales/vi/search.po'),
  en: () => import('./locales/en/search.po'),
};

const workspaceCatalogue: Record<Locale, Catalogue> = {
  vi: () => import('./locales/vi/workspace.po'),
  en: () => import('./locales/en/workspace.po'),
};

async function activate() {
  const { messages } = await publicCatalogue[locale]();
  i18n.loadAndActivate({ locale, messages });
  document.documentElement.lang = locale;
  return i18n;
}

let activation: ReturnType<typeof activate> | null = null;

export const activateLocale = () => (activation ??= activate());

async function load(catalogue: Record<Locale, Catalogue>) {
  // Activating puts the public sentences in place of all others, so these come after.
  const [{ messages }] = await Promise.all([catalogue[locale](), activateLocale()]);
  i18n.load(locale, messages);
}

/** The sentences of signing in, registering and one's own account, which readers need not wait for. */
export const loadAccountMessages = () => load(accountCatalogue);

/** The sentences of researchers and of what organisations show. */
export const loadDirectoryMessages = () => load(directoryCatalogue);

/** The sentences of the search. */
export const loadSearchMessages = () => load(searchCatalogue);

/** The sentences of the signed-in pages, which visitors need not wait for. */
export const loadWorkspaceMessages = () => load(workspaceCatalogue);
