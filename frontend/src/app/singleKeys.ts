import { useSyncExternalStore } from 'react';

/** Somebody is writing there: a letter is then a letter. */
export const writing = (target: EventTarget | null) => target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));

const off = 'iforum.keys';
const listeners = new Set<() => void>();
let wanted: boolean | null = null;

/** Whether a single key without Ctrl or Alt may do something on this device (WCAG 2.1.4). */
export function singleKeysWanted(): boolean {
  try {
    wanted ??= localStorage.getItem(off) !== 'off';
  } catch {
    wanted ??= true;
  }
  return wanted;
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

function set(next: boolean) {
  wanted = next;
  try {
    if (next) localStorage.removeItem(off);
    else localStorage.setItem(off, 'off');
  } catch {
    // Kept for as long as the page is open.
  }
  for (const listener of listeners) listener();
}

/** Whether single letters do something on this device, and how to change that. */
export function useSingleKeys() {
  return [useSyncExternalStore(subscribe, singleKeysWanted), set] as const;
}
