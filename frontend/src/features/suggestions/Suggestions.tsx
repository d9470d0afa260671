import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { useQuery } from 'urql';
import { localized } from '@/i18n/bilingual';
import { searchKindOfOneLabels } from '@/i18n/searchLabels';
import type { SearchKind } from '@/graphql-types';
import { announce } from '@/ui/Announcer';
import styles from './Suggestions.module.css';
import { SearchSuggestionsDocument } from './suggestions.gql';

/** Milliseconds of rest before the server is asked. */
const rest = 150;
const shortest = 2;

const pages = {
  NEED: '/nhu-cau/$id',
  OFFER: '/giai-phap/$id',
  ORGANIZATION: '/to-chuc/$id',
  RESEARCHER: '/chuyen-gia/$id',
} as const satisfies Record<SearchKind, string>;

interface Props {
  /** The box of the header, which works without this. */
  input: RefObject<HTMLInputElement | null>;
  listId: string;
  /** A suggestion was taken, or the reader has done with the box. */
  onLeave: () => void;
}

/** What was typed, when the typing has rested. */
function useTyped(input: RefObject<HTMLInputElement | null>) {
  const [typed, setTyped] = useState('');
  useEffect(() => {
    const box = input.current;
    if (!box) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = () => {
      clearTimeout(timer);
      timer = setTimeout(() => setTyped(box.value.normalize('NFC').trim().slice(0, 200)), rest);
    };
    read();
    box.addEventListener('input', read);
    return () => {
      clearTimeout(timer);
      box.removeEventListener('input', read);
    };
  }, [input]);
  return typed;
}

/** The list below the box: titles that begin with what was typed so far (the ARIA combobox pattern). */
export function Suggestions({ input, listId, onLeave }: Props) {
  const { t, i18n } = useLingui();
  const navigate = useNavigate();
  const typed = useTyped(input);
  const asking = typed.length >= shortest;
  // A question that is no longer asked is aborted.
  const [{ data, fetching }] = useQuery({ query: SearchSuggestionsDocument, variables: { query: typed }, pause: !asking });
  const found = asking ? (data?.searchSuggestions ?? []) : [];
  /** What was typed when the reader closed the list, or went elsewhere. */
  const [closedAt, setClosedAt] = useState<string | null>(null);
  const [active, setActive] = useState({ typed, at: -1 });
  const at = active.typed === typed ? active.at : -1;
  const optionId = (index: number) => `${listId}-${index}`;
  const chosenId = at >= 0 ? optionId(at) : null;
  const open = found.length > 0 && closedAt !== typed;

  const go = (index: number) => {
    const taken = found[index];
    if (!taken) return;
    onLeave();
    void navigate({ to: pages[taken.kind], params: { id: taken.id } });
  };

  useEffect(() => {
    if (!open || fetching) return;
    announce(t`${plural(found.length, { one: '# gợi ý, dùng phím mũi tên để chọn', other: '# gợi ý, dùng phím mũi tên để chọn' })}`);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- said once for each answer
  }, [open, fetching, typed]);

  useEffect(() => {
    const box = input.current;
    if (!box) return;
    box.setAttribute('aria-expanded', String(open));
    if (!open || !chosenId) return box.removeAttribute('aria-activedescendant');
    box.setAttribute('aria-activedescendant', chosenId);
    document.getElementById(chosenId)?.scrollIntoView({ block: 'nearest' });
  }, [input, open, chosenId]);

  const onKey = (event: KeyboardEvent) => {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    const move = (to: number) => {
      event.preventDefault();
      setClosedAt(null);
      if (found.length > 0) setActive({ typed, at: (to + found.length) % found.length });
    };
    if (event.key === 'ArrowDown') move(open ? at + 1 : 0);
    else if (event.key === 'ArrowUp') move(open && at > 0 ? at - 1 : found.length - 1);
    else if (event.key === 'Enter' && open && at >= 0) {
      event.preventDefault();
      go(at);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      if (open) setClosedAt(typed);
      else onLeave();
    } else if (event.key === 'Tab') setClosedAt(typed);
  };
  const latest = useRef(onKey);
  useEffect(() => {
    latest.current = onKey;
  });
  useEffect(() => {
    const box = input.current;
    if (!box) return;
    const key = (event: KeyboardEvent) => latest.current(event);
    const away = () => setClosedAt(box.value.normalize('NFC').trim());
    const back = () => setClosedAt(null);
    box.addEventListener('keydown', key);
    box.addEventListener('blur', away);
    box.addEventListener('focus', back);
    return () => {
      box.removeEventListener('keydown', key);
      box.removeEventListener('blur', away);
      box.removeEventListener('focus', back);
    };
  }, [input]);

  if (!open) return null;
  return (
    <div id={listId} role="listbox" className={styles['list']} aria-label={t`Gợi ý`}>
      {found.map(({ id, kind, title }, index) => {
        const shown = localized(title);
        return (
          // The keys are the box's: the focus stays there.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
          <div
            key={id}
            id={optionId(index)}
            role="option"
            aria-selected={index === at}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => go(index)}
          >
            <span lang={shown.lang}>{shown.text}</span> <span className={styles['kind']}>{i18n._(searchKindOfOneLabels[kind])}</span>
          </div>
        );
      })}
    </div>
  );
}
