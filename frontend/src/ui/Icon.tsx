const paths = {
  check: 'm5 12.5 4.5 4.5L19 7.5',
  clock: 'M12 7v5.2l3.2 2M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Z',
  edit: 'm4.5 19.5.9-3.9L16.6 4.4a2 2 0 0 1 2.9 2.9L8.3 18.6l-3.8.9Z',
  eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12Zm9.5 2.8a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6Z',
  lock: 'M7.5 10.5V8a4.5 4.5 0 0 1 9 0v2.5M6 10.5h12v9H6z',
  link: 'M9.5 14.5l5-5M11 6.5l1.7-1.7a4.5 4.5 0 0 1 6.4 6.4L17.5 13M13 17.5l-1.7 1.7a4.5 4.5 0 0 1-6.4-6.4L6.5 11',
  star: 'm12 3.8 2.5 5.4 5.8.6-4.3 4 1.2 5.8L12 16.7l-5.2 2.9L8 13.8l-4.3-4 5.8-.6z',
  cross: 'm6.5 6.5 11 11m0-11-11 11',
  warning: 'M12 9v4.5m0 3v.1M12 3.5 2.8 19.5h18.4z',
  info: 'M12 11v5.5m0-9v.1M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Z',
  pause: 'M9 6v12m6-12v12',
  flag: 'M6 21V4.5h11l-2.5 4L17 12.5H6',
  pin: 'M12 21s-6.5-5.7-6.5-11a6.5 6.5 0 0 1 13 0c0 5.3-6.5 11-6.5 11Zm0-8.7a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6Z',
  money: 'M3 6.5h18v11H3zM12 14.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM6 12v.1m12-.1v.1',
  building: 'M4 20.5h16M6 20.5V4.5h8v16m0-10h4v10M9 8h2m-2 4h2m-2 4h2',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13Zm5-1.5 5 5',
  mail: 'M3.5 6h17v12.5h-17zm0 .5 8.5 7 8.5-7',
  menu: 'M4 7h16M4 12h16M4 17h16',
  arrow: 'M5 12h14m-5.5-5.5L19 12l-5.5 5.5',
  print: 'M7 9V3.5h10V9M7 17H4V9h16v8h-3M7 14h10v6.5H7z',
  key: 'M15.5 12.5a4.5 4.5 0 1 0-4.4-3.6L4 16v4h4v-2.5h2.5V15l1.6-1.6a4.5 4.5 0 0 0 3.4-.9ZM16 8v.1',
  globe: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM3 12h18M12 3c2.5 2.5 3.7 5.5 3.7 9S14.5 18.5 12 21c-2.5-2.5-3.7-5.5-3.7-9S9.5 5.5 12 3Z',
  user: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-8 8.5c.8-4 4-6 8-6s7.2 2 8 6',
} as const;

export type IconName = keyof typeof paths;

/** Always beside a word, so it is hidden from screen readers. */
export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={paths[name]} fill="none" stroke="currentColor" strokeWidth="1.9" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
