import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, ReactNode, Ref } from 'react';
import styles from './Card.module.css';

export function Card({ children, className }: { children: ReactNode; className?: string | undefined }) {
  return <article className={className ? `${styles['card']} ${className}` : styles['card']}>{children}</article>;
}

interface AnchorProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  ref?: Ref<HTMLAnchorElement>;
}

function Anchor({ className, children, ...rest }: AnchorProps) {
  return (
    <a {...rest} className={className ? `${styles['cover']} ${className}` : styles['cover']}>
      {children}
    </a>
  );
}

/** The card's one link; the whole card answers to the pointer. */
export const CardLink = createLink(Anchor);

export function CardGrid({ children, label }: { children: ReactNode; label?: string }) {
  return (
    <ul className={styles['grid']} role="list" aria-label={label}>
      {children}
    </ul>
  );
}
