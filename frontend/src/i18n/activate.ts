import { i18n } from '@lingui/core';
import { locale, type Locale } from './locale';

const catalogs: Record<Locale, () => Promise<typeof import('*.po')>> = {
  vi: () => import('./locales/vi/messages.po'),
  en: () => import('./locales/en/messages.po'),
};

export async function activateLocale() {
  const { messages } = await catalogs[locale]();
  i18n.loadAndActivate({ locale, messages });
  document.documentElement.lang = locale;
  return i18n;
}
