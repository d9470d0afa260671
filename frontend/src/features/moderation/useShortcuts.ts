import { useEffect, useRef } from 'react';
import { singleKeysWanted, writing } from '@/app/singleKeys';

interface Key {
  matches: (event: KeyboardEvent) => boolean;
  /** A single letter: not while somebody writes, and only while the reader wants it (WCAG 2.1.4). */
  single?: true;
}

const bare = (code: string): Key => ({ matches: (event) => event.code === code && !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey, single: true });

/** Decisions always with a modifier: Telex types single letters all day. Codes, not letters, because input methods change those. */
const keys = {
  'Ctrl+Enter': { matches: (event) => (event.ctrlKey || event.metaKey) && event.code === 'Enter' },
  'Alt+Shift+S': { matches: (event) => event.altKey && event.shiftKey && event.code === 'KeyS' },
  'Alt+Shift+N': { matches: (event) => event.altKey && event.shiftKey && event.code === 'KeyN' },
  'Alt+Shift+P': { matches: (event) => event.altKey && event.shiftKey && event.code === 'KeyP' },
  J: bare('KeyJ'),
  K: bare('KeyK'),
  C: bare('KeyC'),
  R: bare('KeyR'),
  U: bare('KeyU'),
  '?': { matches: (event) => event.key === '?' && !event.ctrlKey && !event.metaKey && !event.altKey, single: true },
} satisfies Record<string, Key>;

export function useShortcuts(actions: Partial<Record<keyof typeof keys, () => void>>) {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.isComposing || document.querySelector('dialog[open]')) return;
      for (const [name, key] of Object.entries(keys) as [keyof typeof keys, Key][]) {
        const action = latest.current[name];
        if (!action || !key.matches(event)) continue;
        if (key.single && (writing(event.target) || !singleKeysWanted())) continue;
        event.preventDefault();
        action();
      }
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
