import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { ComboBox as AriaComboBox, Input, Label, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components/ComboBox';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { locale } from '@/i18n/locale';
import { Icon } from '../Icon';
import type { FieldProps } from '../Field';
import styles from './ComboBox.module.css';
import { prepareReactAria } from './words';

prepareReactAria();

export interface Choice {
  id: string;
  name: string;
  /** Second line: "trước 1/7/2025, nay thuộc Thành phố Hồ Chí Minh". */
  note?: string | undefined;
}

interface Props extends FieldProps {
  id: string;
  choices: Choice[];
  chosen: string | null;
  typed: string;
  onType: (text: string) => void;
  onChoose: (id: string | null) => void;
  /** What to do when nothing fits. */
  empty: ReactNode;
}

/** Type to find, without marks if need be: "da nang" finds "Đà Nẵng". */
export default function ComboBox({ id, label, hint, error, optional = false, choices, chosen, typed, onType, onChoose, empty }: Props) {
  return (
    <I18nProvider locale={locale === 'vi' ? 'vi-VN' : 'en-GB'}>
      <AriaComboBox
        className={`${styles['box']} ${error ? styles['invalid'] : ''}`}
        defaultItems={choices}
        selectedKey={chosen}
        inputValue={typed}
        onInputChange={onType}
        onSelectionChange={(key) => onChoose(key === null ? null : String(key))}
        isInvalid={error !== undefined}
        menuTrigger="focus"
        allowsEmptyCollection
      >
        <Label className={styles['label'] ?? ''}>
          {label}
          {optional && (
            <span className={styles['soft']}>
              {' '}
              <Trans>(không bắt buộc)</Trans>
            </span>
          )}
        </Label>
        {hint && (
          <Text slot="description" className={styles['hint'] ?? ''}>
            {hint}
          </Text>
        )}
        {error && (
          <Text slot="errorMessage" className={styles['error'] ?? ''}>
            <Icon name="warning" />
            {error}
          </Text>
        )}
        <div className={styles['control']}>
          <Input id={id} className={styles['input'] ?? ''} autoComplete="off" spellCheck={false} />
          <Button className={styles['open'] ?? ''}>
            <Icon name="arrow" />
          </Button>
        </div>
        <Popover className={styles['popover'] ?? ''} offset={4}>
          <ListBox<Choice> className={styles['list'] ?? ''} renderEmptyState={() => <div className={styles['empty']}>{empty}</div>}>
            {(choice) => (
              <ListBoxItem id={choice.id} textValue={choice.name} className={styles['item'] ?? ''}>
                <Text slot="label">{choice.name}</Text>
                {choice.note && (
                  <Text slot="description" className={styles['note'] ?? ''}>
                    {choice.note}
                  </Text>
                )}
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </AriaComboBox>
    </I18nProvider>
  );
}
