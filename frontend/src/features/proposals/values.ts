/** Whole months; null when nothing is typed, undefined when it cannot be read. */
export function monthsOf(typed: string): number | null | undefined {
  const text = typed.trim();
  if (text === '') return null;
  const digits = /^(\d{1,3})(?: ?(?:tháng|thang|months?))?$/i.exec(text)?.[1];
  return digits === undefined ? undefined : Number(digits);
}
