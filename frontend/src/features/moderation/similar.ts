import { fold } from '@/i18n/fold';

/** Words that say what kind of organisation it is, not which: a search with them finds everybody. */
const common = new Set(
  'cong ty tnhh trach nhiem huu han co phan cp tap doan tong trung tam so ban nganh uy uỷ nhan dan ubnd tinh thanh pho phuong xa dac khu vien truong dai hoc hoc nghien cuu phat trien doanh nghiep quoc gia viet nam va minh hoa the of and ltd llc inc co company limited corporation joint stock group center centre institute university department people committee demonstration vietnam'.split(' '),
);

/** What tells a name from others: at most three words. */
export function tellingWords(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const telling = words.filter((word) => !common.has(fold(word)));
  return (telling.length > 0 ? telling : words).slice(0, 3).join(' ');
}
