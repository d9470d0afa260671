import { useEffect, useRef, type ReactNode } from 'react';
import { Button } from '@/ui/Button';
import { ErrorSummary } from '@/ui/ErrorSummary';
import { Notice, Panel } from '@/ui/Panel';
import styles from './Account.module.css';
import type { Outcome } from './useOutcome';

interface SectionProps {
  /** Its place on the page, for links to it. */
  id: string;
  title: ReactNode;
  children: ReactNode;
}

export function AccountSection({ id, title, children }: SectionProps) {
  return (
    <section id={id} className={styles['section']} aria-labelledby={`${id}-title`}>
      <Panel>
        <h2 id={`${id}-title`}>{title}</h2>
        {children}
      </Panel>
    </section>
  );
}

/** What was refused, or that it worked. The ids of a section's fields begin with its name, for many forms share the page. */
export function OutcomeNotice({ outcome, prefix = '' }: { outcome: Outcome; prefix?: string }) {
  const items = outcome.items.map((item) => ({ ...item, field: item.field && `${prefix}${item.field}` }));
  return (
    <>
      <ErrorSummary items={items} attempt={outcome.attempt} />
      {outcome.done && <Done key={outcome.done} sentence={outcome.done} />}
    </>
  );
}

/** Takes the focus, for the form or the thing that had it is gone. */
function Done({ sentence }: { sentence: string }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // After a dialog above has closed: until then nothing below can have the focus.
    const timer = setTimeout(() => box.current?.focus());
    return () => clearTimeout(timer);
  }, []);
  return (
    <div ref={box} tabIndex={-1}>
      <Notice tone="positive">
        <p>{sentence}</p>
      </Notice>
    </div>
  );
}

interface DisclosureProps {
  open: boolean;
  onToggle: () => void;
  /** On the button while it is closed, and while it is open. */
  label: ReactNode;
  close: ReactNode;
  children: ReactNode;
}

/** A button that opens a form below itself. */
export function Disclosure({ open, onToggle, label, close, children }: DisclosureProps) {
  return (
    <>
      <div>
        <Button aria-expanded={open} tone={open ? 'quiet' : 'secondary'} onClick={onToggle}>
          {open ? close : label}
        </Button>
      </div>
      {open && children}
    </>
  );
}

/** A list of things one owns, each with what can be done to it. */
export function OwnedList({ children, label }: { children: ReactNode; label: string }) {
  return (
    <ul className={styles['owned']} role="list" aria-label={label}>
      {children}
    </ul>
  );
}

export function Owned({ name, children, actions }: { name: ReactNode; children: ReactNode; actions: ReactNode }) {
  return (
    <li>
      <div className={styles['what']}>
        <div className={styles['name']}>{name}</div>
        {children}
      </div>
      <div className={styles['do']}>{actions}</div>
    </li>
  );
}
