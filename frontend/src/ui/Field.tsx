import { Trans } from '@lingui/react/macro';
import { useId, type ComponentPropsWithRef, type ReactNode } from 'react';
import { Icon } from './Icon';
import styles from './Field.module.css';

export interface FieldProps {
  label: ReactNode;
  /** What to write, with an example; never a placeholder. */
  hint?: ReactNode;
  error?: string | undefined;
  optional?: boolean;
}

interface Frame extends FieldProps {
  id: string;
  children: ReactNode;
}

const hintId = (id: string) => `${id}-hint`;
const errorId = (id: string) => `${id}-error`;

function describedBy(id: string, { hint, error }: FieldProps): string | undefined {
  const ids = [hint ? hintId(id) : null, error ? errorId(id) : null].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}

function Optional() {
  return (
    <span className={styles['optional']}>
      {' '}
      <Trans>(không bắt buộc)</Trans>
    </span>
  );
}

function Notes({ id, hint, error }: { id: string } & Pick<FieldProps, 'hint' | 'error'>) {
  return (
    <>
      {hint && (
        <span id={hintId(id)} className={styles['hint']}>
          {hint}
        </span>
      )}
      {error && (
        <span id={errorId(id)} className={styles['error']}>
          <Icon name="warning" />
          {error}
        </span>
      )}
    </>
  );
}

function FieldFrame({ id, label, optional, hint, error, children }: Frame) {
  return (
    <div className={styles['field']} data-invalid={error ? true : undefined}>
      <label htmlFor={id} className={styles['label']}>
        {label}
        {optional && <Optional />}
      </label>
      <Notes id={id} hint={hint} error={error} />
      {children}
    </div>
  );
}

type Control<Tag extends 'input' | 'textarea' | 'select'> = FieldProps & ComponentPropsWithRef<Tag>;

function useControl(props: FieldProps & { id?: string | undefined }) {
  const made = useId();
  const id = props.id ?? made;
  return {
    id,
    aria: { id, className: styles['control'], 'aria-describedby': describedBy(id, props), 'aria-invalid': props.error ? true : undefined },
  };
}

type TextFieldProps = Control<'input'> & {
  /** A button in the field's own line. */
  beside?: ReactNode;
};

/** Give it the form's field name as `id`, so that the error summary can lead to it. */
export function TextField({ label, hint, error, optional = false, type = 'text', beside, ...input }: TextFieldProps) {
  const { id, aria } = useControl({ label, hint, error, id: input.id });
  const control = <input {...input} type={type} {...aria} />;
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error} optional={optional}>
      {beside ? (
        <div className={styles['line']}>
          {control}
          {beside}
        </div>
      ) : (
        control
      )}
    </FieldFrame>
  );
}

export function TextArea({ label, hint, error, optional = false, ...textarea }: Control<'textarea'>) {
  const { id, aria } = useControl({ label, hint, error, id: textarea.id });
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error} optional={optional}>
      <textarea {...textarea} {...aria} />
    </FieldFrame>
  );
}

export function SelectField({ label, hint, error, optional = false, children, ...select }: Control<'select'>) {
  const { id, aria } = useControl({ label, hint, error, id: select.id });
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error} optional={optional}>
      <select {...select} {...aria}>
        {children}
      </select>
    </FieldFrame>
  );
}

interface GroupProps extends FieldProps {
  id: string;
  children: ReactNode;
  /** Lay the options out in columns where there is room. */
  columns?: boolean;
}

/** Radio buttons or checkboxes under one question. */
export function OptionGroup({ id, label, hint, error, optional = false, columns = false, children }: GroupProps) {
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      className={styles['field']}
      data-invalid={error ? true : undefined}
      aria-describedby={describedBy(id, { label, hint, error })}
    >
      <legend className={styles['label']}>
        {label}
        {optional && <Optional />}
      </legend>
      <Notes id={id} hint={hint} error={error} />
      <div className={columns ? `${styles['options']} ${styles['columns']}` : styles['options']}>{children}</div>
    </fieldset>
  );
}

export function Option({ children, type, ...input }: ComponentPropsWithRef<'input'> & { type: 'radio' | 'checkbox' }) {
  return (
    <label className={styles['option']}>
      <input {...input} type={type} />
      <span>{children}</span>
    </label>
  );
}
