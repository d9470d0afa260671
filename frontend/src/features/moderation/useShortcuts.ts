import { useEffect, useRef } from 'react';

/** Always with a modifier: Telex types single letters all day. Codes, not letters, because input methods change those. */
const codes = {
  'Ctrl+Enter': (event: KeyboardEvent) => (event.ctrlKey || event.metaKey) && event.code === 'Enter',
  'Alt+Shift+S': (event: KeyboardEvent) => event.altKey && event.shiftKey && event.code === 'KeyS',
  'Alt+Shift+N': (event: KeyboardEvent) => event.altKey && event.shiftKey && event.code === 'KeyN',
  'Alt+Shift+P': (event: KeyboardEvent) => event.altKey && event.shiftKey && event.code === 'KeyP',
};

export function useShortcuts(actions: Partial<Record<keyof typeof codes, () => void>>) {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.isComposing || document.querySelector('dialog[open]')) return;
      for (const [name, matches] of Object.entries(codes)) {
        const action = latest.current[name as keyof typeof codes];
        if (!action || !matches(event)) continue;
        event.preventDefault();
        action();
      }
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
