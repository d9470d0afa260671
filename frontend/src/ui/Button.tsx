import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, ButtonHTMLAttributes, MouseEvent, Ref } from 'react';
import styles from './Button.module.css';

export type ButtonTone = 'primary' | 'secondary' | 'danger' | 'quiet';

interface Look {
  tone?: ButtonTone;
}

interface Props extends ButtonHTMLAttributes<HTMLButtonElement>, Look {
  /** Work is going on: the button keeps its focus and its place but does nothing. */
  busy?: boolean;
}

function classes(tone: ButtonTone, more?: string) {
  return [styles['button'], styles[tone], more].filter(Boolean).join(' ');
}

export function Button({ tone = 'secondary', busy = false, className, onClick, type = 'button', ...rest }: Props) {
  const handleClick = (event: MouseEvent<HTMLButtonElement>) => {
    if (busy) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <button {...rest} type={type} className={classes(tone, className)} aria-disabled={busy || undefined} onClick={handleClick} />
  );
}

interface AnchorProps extends AnchorHTMLAttributes<HTMLAnchorElement>, Look {
  ref?: Ref<HTMLAnchorElement>;
}

/** A link that leaves the app and looks like a button: the page is loaded anew. */
export function Anchor({ tone = 'secondary', className, children, ...rest }: AnchorProps) {
  return (
    <a {...rest} className={classes(tone, className)}>
      {children}
    </a>
  );
}

/** A link within the app that looks like a button. */
export const LinkButton = createLink(Anchor);
