import { i18n } from '@lingui/core';
import { locale, type Locale } from './locale';

type Catalogue = () => Promise<typeof import('*.po')>;

const publicCatalogue: Record<Locale, Catalogue> = {
  vi: () => import('./locales/vi/messages.po'),
  en: () => import('./locales/en/messages.po'),
};

const workspaceCatalogue: Record<Locale, Catalogue> = {
  vi: () => import('./locales/vi/workspace.po'),
  en: () => import('./locales/en/workspace.po'),
};

export async function activateLocale() {
  const { messages } = await publicCatalogue[locale]();
  i18n.loadAndActivate({ locale, messages });
  document.documentElement.lang = locale;
  return i18n;
}

/** The sentences of the signed-in pages, which visitors need not wait for. */
export async function loadWorkspaceMessages() {
  const { messages } = await workspaceCatalogue[locale]();
  i18n.load(locale, messages);
}
