import { readFileSync } from 'node:fs';

export type Language = 'vi' | 'en';

const catalogues = ['messages', 'account', 'directory', 'search', 'workspace'].map((name) => readFileSync(`src/i18n/locales/en/${name}.po`, 'utf8'));

/** `context msgid` → the English of it. */
const english = new Map<string, string>();
for (const entry of catalogues.flatMap((text) => text.split(/\n\n+/))) {
  const line = (keyword: string) => {
    const quoted = new RegExp(`^${keyword} ((?:".*"\\n?)+)`, 'm').exec(entry)?.[1];
    return quoted ? [...quoted.matchAll(/"(.*)"/g)].map(([string]) => JSON.parse(string) as string).join('') : undefined;
  };
  const [source, translation] = [line('msgid'), line('msgstr')];
  if (source && translation) english.set(`${line('msgctxt') ?? ''} ${source}`, translation);
}

/**
 * What the product says in a language, by the Vietnamese of the source. A sentence that the catalogue does not
 * know, or that is not translated, is an error: the test then waits for words that nobody says.
 */
export function words(language: Language) {
  return (source: string, { context = '', ...values }: Record<string, string> = {}): string => {
    const translation = english.get(`${context} ${source}`);
    if (translation === undefined) throw new Error(`the catalogue has no English for «${source}» ${context}`);
    const said = language === 'vi' ? source : translation;
    return said.replace(/<\/?\d+\/?>/g, '').replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
  };
}

export type Say = ReturnType<typeof words>;

/** Where a page stands in a language. */
export const address = (language: Language, path: string) => (language === 'en' ? `/en${path}` : path);
