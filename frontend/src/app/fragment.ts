import { useEffect, useState } from 'react';

/** Addresses that letters and other providers lead to with something behind the `#` that is nobody else's business. */
const carrying = /^(?:\/en)?\/(?:dang-ky|dang-nhap|dat-lai-mat-khau|doi-email|khieu-nai)(?:\/|$)/;

/** What stands behind the `#`, taken out of the address: no history, no bookmark and no link of the page keeps it. */
function take(): string {
  const { hash, pathname, search } = window.location;
  if (hash.length < 2 || !carrying.test(pathname)) return '';
  window.history.replaceState(window.history.state, '', pathname + search);
  return hash.slice(1);
}

/** Taken when this module is read: `main.tsx` names it first, so that not even the router has seen it. */
let arrived = take();

/** What the page was opened with; another one that is pasted into the address takes its place. */
export function useFragment(): string {
  const [fragment, setFragment] = useState(() => arrived);
  useEffect(() => {
    // It is for the page that it came to, and for this once.
    arrived = '';
    const again = () => {
      const next = take();
      if (next) setFragment(next);
    };
    window.addEventListener('hashchange', again);
    return () => window.removeEventListener('hashchange', again);
  }, []);
  return fragment;
}

/** `email=…&ten=…` as fields. */
export function fieldsOf(fragment: string): URLSearchParams {
  return new URLSearchParams(fragment);
}
