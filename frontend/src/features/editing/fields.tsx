import { Trans, useLingui } from '@lingui/react/macro';
import { createContext, use, type ReactNode } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { translationStateLabels } from '@/i18n/workLabels';
import { moneyInWords, parseMoney } from '@/i18n/money';
import type { TranslationState } from '@/graphql-types';
import { TextArea, TextField } from '@/ui/Field';
import { Tag } from '@/ui/Tag';
import styles from './Editor.module.css';

/** What is wrong with a field, by its id. */
export const MessagesContext = createContext<(field: string) => string | undefined>(() => undefined);

interface BilingualProps {
  name: string;
  label: ReactNode;
  hint: ReactNode;
  /** How much is usually written here. */
  size: 'short' | 'medium' | 'long';
  required?: boolean;
  states?: { viState: TranslationState | null; enState: TranslationState | null } | undefined;
}

function Language({ children, state, optional = false }: { children: ReactNode; state: TranslationState | null | undefined; optional?: boolean }) {
  const { i18n } = useLingui();
  const outdated = state === 'OUTDATED';
  return (
    <span className={styles['label']}>
      <span>
        {children}
        {optional && (
          <span className={styles['missing']}>
            {' '}
            <Trans>(không bắt buộc)</Trans>
          </span>
        )}
      </span>
      {state && state !== 'HUMAN' && (
        <Tag tone={outdated ? 'warning' : 'neutral'} icon={outdated ? 'warning' : 'globe'}>
          {i18n._(translationStateLabels[state])}
        </Tag>
      )}
    </span>
  );
}

/** One text in two languages; either alone is enough, Vietnamese comes first. */
export function BilingualFields({ name, label, hint, size, required = false, states }: BilingualProps) {
  const { register } = useFormContext();
  const messageOf = use(MessagesContext);
  return (
    <fieldset className={`${styles['pair']} ${styles[size] ?? ''}`}>
      <legend>
        {label}
        {!required && (
          <span className={styles['missing']}>
            {' '}
            <Trans>(không bắt buộc)</Trans>
          </span>
        )}
      </legend>
      <TextArea
        id={`${name}.vi`}
        lang="vi"
        label={
          <Language state={states?.viState}>
            <Trans>Tiếng Việt</Trans>
          </Language>
        }
        hint={hint}
        error={messageOf(`${name}.vi`)}
        {...register(`${name}.vi`)}
      />
      <TextArea
        id={`${name}.en`}
        lang="en"
        label={
          <Language state={states?.enState} optional>
            <Trans>Tiếng Anh</Trans>
          </Language>
        }
        error={messageOf(`${name}.en`)}
        {...register(`${name}.en`)}
      />
    </fieldset>
  );
}

function InWords({ typed }: { typed: string }) {
  const amount = parseMoney(typed);
  if (amount === null) return null;
  if (amount === undefined) {
    return (
      <span className={styles['unread']}>
        <Trans>Chưa đọc được số tiền này. Hãy viết như: 5 tỷ, 1 tỷ 250 triệu, 750.000.000</Trans>
      </span>
    );
  }
  return <>= {moneyInWords(amount)}</>;
}

/** An amount as people write it, without a mask; below it the same in words. */
export function MoneyField({ name, label, hint, optional = true }: { name: string; label: ReactNode; hint?: ReactNode; optional?: boolean }) {
  const { register } = useFormContext();
  const typed = (useWatch({ name }) as string | undefined) ?? '';
  const messageOf = use(MessagesContext);
  return (
    <div>
      <TextField id={name} label={label} hint={hint} optional={optional} autoComplete="off" error={messageOf(name)} {...register(name)} />
      <output htmlFor={name} className={styles['words']}>
        <InWords typed={typed} />
      </output>
    </div>
  );
}

export function MoneyRangeFields({ name, label, hint }: { name: string; label: ReactNode; hint: ReactNode }) {
  const messageOf = use(MessagesContext);
  return (
    <fieldset id={name} tabIndex={-1} className={styles['pair']} aria-describedby={`${name}-hint`}>
      <legend>
        {label}{' '}
        <span className={styles['missing']}>
          <Trans>(không bắt buộc)</Trans>
        </span>
      </legend>
      <p id={`${name}-hint`} className={styles['hint']}>
        {hint}
      </p>
      {messageOf(name) && <p className={styles['bad']}>{messageOf(name)}</p>}
      <div className={styles['sideBySide']}>
        <MoneyField name={`${name}.min`} optional={false} label={<Trans>Từ</Trans>} />
        <MoneyField name={`${name}.max`} optional={false} label={<Trans>Đến</Trans>} />
      </div>
    </fieldset>
  );
}
