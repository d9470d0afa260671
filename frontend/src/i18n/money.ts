import { fold } from './fold';
import { locale as pageLocale, type Locale } from './locale';

/** Words for powers of ten, folded: what people type into a field for money. */
const units: Record<string, bigint> = {
  ty: 1_000_000_000n,
  b: 1_000_000_000n,
  bn: 1_000_000_000n,
  billion: 1_000_000_000n,
  trieu: 1_000_000n,
  tr: 1_000_000n,
  m: 1_000_000n,
  million: 1_000_000n,
  nghin: 1000n,
  ngan: 1000n,
  k: 1000n,
  thousand: 1000n,
};

const part = /^(\d[\d.,]*) ?([a-z]*) ?/;

/** "1.250.000", "1,250,000", "1.5" and "1,5" as a fraction: whole digits and how many of them follow the point. */
function figure(text: string): { digits: bigint; decimals: number } | null {
  const groups = /^\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*$/.test(text);
  if (groups) return { digits: BigInt(text.replace(/[.,]/g, '')), decimals: 0 };
  const decimal = /^(\d+)(?:[.,](\d{1,6}))?$/.exec(text);
  if (!decimal) return null;
  const fraction = decimal[2] ?? '';
  return { digits: BigInt(decimal[1] + fraction), decimals: fraction.length };
}

/**
 * Reads what was typed: "5 tỷ", "1 tỷ 250 triệu", "1,5 billion", "5.000.000.000 đồng".
 * Gives whole đồng as the API wants them, null for nothing typed, undefined for what cannot be read.
 */
export function parseMoney(typed: string): string | null | undefined {
  const text = fold(typed)
    .replace(/\b(vnd|dong|d)\b|₫/g, ' ')
    .replace(/(?<=\d)\s+(?=\d{3}\b)/g, '')
    .replace(/(\d)(?=[a-z])/g, '$1 ')
    .replace(/\s+/g, ' ')
    .trim();
  if (text === '') return null;

  let rest = text;
  let total = 0n;
  let smallest: bigint | null = null;
  while (rest !== '') {
    const match = part.exec(rest);
    const number = match && figure(match[1]!.replace(/[.,]$/, ''));
    if (!number) return undefined;
    rest = rest.slice(match[0].length);
    let unit = match[2] === '' ? 1n : units[match[2]!];
    // "20 nghìn tỷ"
    const second = /^([a-z]+) ?/.exec(rest);
    if (unit && unit < 1_000_000_000n && second && units[second[1]!]) {
      unit *= units[second[1]!]!;
      rest = rest.slice(second[0].length);
    }
    // Units only grow smaller: "5 triệu 2 tỷ" is a slip of the keyboard.
    if (unit === undefined || (smallest !== null && unit >= smallest)) return undefined;
    const scale = 10n ** BigInt(number.decimals);
    const exact = number.digits * unit;
    if (exact % scale !== 0n) return undefined;
    total += exact / scale;
    smallest = unit;
  }
  return total.toString();
}

const steps: [bigint, Record<Locale, string>][] = [
  [1_000_000_000n, { vi: 'tỷ', en: 'billion' }],
  [1_000_000n, { vi: 'triệu', en: 'million' }],
  [1000n, { vi: 'nghìn', en: 'thousand' }],
];

function grouped(value: bigint, locale: Locale): string {
  return value.toString().replace(/\B(?=(\d{3})+$)/g, locale === 'vi' ? '.' : ',');
}

/** The exact amount as it is said: "1 tỷ 250 triệu đồng"; nothing is rounded. */
export function moneyInWords(amount: string, locale = pageLocale): string {
  let rest = BigInt(amount);
  const words: string[] = [];
  for (const [size, name] of steps) {
    if (rest < size) continue;
    words.push(`${grouped(rest / size, locale)} ${name[locale]}`);
    rest %= size;
  }
  if (rest > 0n || words.length === 0) words.push(grouped(rest, locale));
  return `${words.join(' ')} ${locale === 'vi' ? 'đồng' : 'đồng (VND)'}`;
}

/** For putting a stored amount back into the field: "1.250.000.000" with the reader's separators. */
export function moneyToType(amount: string | null | undefined, locale = pageLocale): string {
  return amount ? grouped(BigInt(amount), locale) : '';
}
