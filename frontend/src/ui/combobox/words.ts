import { locale } from '@/i18n/locale';

interface Option {
  optionText: string;
  isSelected: boolean;
  isGroupChange: boolean;
  groupTitle: string;
  groupCount: number;
}

/** React Aria ships no Vietnamese; these are all the words that its combo box says. */
const vietnamese = {
  '@react-aria/combobox': {
    buttonLabel: 'Hiện gợi ý',
    listboxLabel: 'Gợi ý',
    countAnnouncement: ({ optionCount }: { optionCount: number }) => `Có ${optionCount} lựa chọn.`,
    focusAnnouncement: ({ optionText, isSelected, isGroupChange, groupTitle, groupCount }: Option) =>
      `${isGroupChange ? `Nhóm ${groupTitle}, ${groupCount} lựa chọn. ` : ''}${optionText}${isSelected ? ', đã chọn' : ''}`,
    selectedAnnouncement: ({ optionText }: { optionText: string }) => `${optionText}, đã chọn`,
  },
  '@react-aria/overlays': { dismiss: 'Đóng' },
  '@react-aria/menu': { longPressMessage: 'Nhấn giữ hoặc nhấn Alt + mũi tên xuống để mở danh sách' },
  '@react-aria/grid': { longPressToSelect: 'Nhấn giữ để vào chế độ chọn.' },
  'react-aria-components': {},
};

/** Both must stand before the first combo box is drawn. */
export function prepareReactAria() {
  if (locale === 'vi') {
    Object.assign(window, {
      [Symbol.for('react-aria.i18n.locale')]: 'vi',
      [Symbol.for('react-aria.i18n.strings')]: vietnamese,
    });
  }
  // The library would add an inline style here, which the content policy forbids; ComboBox.module.css has the rule.
  const id = 'react-aria-pressable-style';
  if (!document.getElementById(id)) document.head.append(Object.assign(document.createElement('meta'), { id }));
}
