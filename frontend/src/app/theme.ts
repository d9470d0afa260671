import { useState } from 'react';

export type Theme = 'auto' | 'light' | 'dark';

// public/boot.js reads the same key before the first paint.
const key = 'iforum.theme';
const root = document.documentElement;

function current(): Theme {
  const { theme } = root.dataset;
  return theme === 'light' || theme === 'dark' ? theme : 'auto';
}

function apply(theme: Theme) {
  if (theme === 'auto') delete root.dataset['theme'];
  else root.dataset['theme'] = theme;
  try {
    if (theme === 'auto') localStorage.removeItem(key);
    else localStorage.setItem(key, theme);
  } catch {
    // Storage is blocked: the choice lasts for this page.
  }
}

export function useTheme(): [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useState(current);
  return [
    theme,
    (next) => {
      apply(next);
      setTheme(next);
    },
  ];
}
