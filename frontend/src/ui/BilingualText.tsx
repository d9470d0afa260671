import type { ReactNode } from 'react';
import { localized, type Bilingual } from '@/i18n/bilingual';
import { TranslationNote } from './TranslationNote';

interface Props {
  value: Bilingual;
  /** Also say so when the text is in the other language. */
  note?: boolean;
  /** What to show when neither language has a text. */
  empty?: ReactNode;
}

/** A text of the product's content, in the reader's language if it has one. */
export function BilingualText({ value, note = false, empty = null }: Props) {
  const shown = localized(value);
  if (!shown.text) return empty;
  return (
    <>
      <span lang={shown.lang}>{shown.text}</span>
      {note && <TranslationNote of={shown} />}
    </>
  );
}
