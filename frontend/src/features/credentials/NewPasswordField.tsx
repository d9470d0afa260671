import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ComponentProps } from 'react';
import styles from './Credentials.module.css';
import { PasswordField } from './PasswordField';
import { usePasswordStrength, type Strength, type Whose } from './usePasswordStrength';

const words: MessageDescriptor[] = [msg`rất yếu`, msg`yếu`, msg`trung bình`, msg`mạnh`, msg`rất mạnh`];

type Props = Omit<ComponentProps<typeof PasswordField>, 'autoComplete'> & {
  /** What is typed so far. */
  typed: string;
  whose?: Partial<Whose>;
};

const nobody = {};

/** A new password, and below it how good it is and why: in words, never in the way of the typing. */
export function NewPasswordField({ typed, whose = nobody, ...field }: Props) {
  const strength = usePasswordStrength(typed, whose);
  return (
    <div className={styles['new']}>
      <PasswordField {...field} autoComplete="new-password" />
      <div role="status" className={styles['strength']}>
        {strength && <Meter strength={strength} />}
      </div>
    </div>
  );
}

function Meter({ strength: { score, accepted, remark } }: { strength: Strength }) {
  const { i18n } = useLingui();
  const word = words[score];
  return (
    <>
      <span className={styles['bars']} data-good={accepted} aria-hidden="true">
        {[1, 2, 3, 4].map((step) => (
          <span key={step} data-filled={score >= step} />
        ))}
      </span>
      <p>
        {word && <Trans>Độ mạnh: {i18n._(word)}.</Trans>} {accepted ? <Trans>Dùng được.</Trans> : remark}
      </p>
    </>
  );
}
