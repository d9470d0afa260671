import type { ReactNode } from 'react';
import styles from './Page.module.css';

/** The frame of an ordinary page. `narrow` is for forms and reading. */
export function Page({ children, narrow = false }: { children: ReactNode; narrow?: boolean }) {
  return (
    <div className={`wrap ${styles['page']}`}>
      {narrow ? <div className={styles['narrow']}>{children}</div> : children}
    </div>
  );
}

/** Holds the PageHeading, what stands above it and the lead below it. */
export function PageHead({ children }: { children: ReactNode }) {
  return <div className={styles['head']}>{children}</div>;
}

export function Lead({ children, lang }: { children: ReactNode; lang?: string | undefined }) {
  return (
    <p className={styles['lead']} lang={lang}>
      {children}
    </p>
  );
}

/** Things below each other with air between them. */
export function Stack({ children }: { children: ReactNode }) {
  return <div className={styles['stack']}>{children}</div>;
}

export function Section({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <section className={styles['section']}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** Running text. */
export function Prose({ children, lang }: { children: ReactNode; lang?: string | undefined }) {
  return (
    <div className={styles['prose']} lang={lang}>
      {children}
    </div>
  );
}

/** A member's text: each line of it is a paragraph. */
export function Paragraphs({ text, lang }: { text: string; lang?: string | undefined }) {
  return (
    <Prose lang={lang}>
      {text
        .split(/\n+/)
        .filter((line) => line.trim() !== '')
        .map((line, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- lines have no identity and never move
          <p key={index}>{line}</p>
        ))}
    </Prose>
  );
}

/** A wide column and a column of facts beside it. */
export function Split({ children, aside }: { children: ReactNode; aside: ReactNode }) {
  return (
    <div className={styles['split']}>
      <div className={styles['stack']}>{children}</div>
      <aside className={styles['stack']}>{aside}</aside>
    </div>
  );
}

/** Status and other marks above a title. */
export function Badges({ children }: { children: ReactNode }) {
  return <div className={styles['badges']}>{children}</div>;
}

/** A remark in small type. */
export function Remark({ children }: { children: ReactNode }) {
  return <p className={styles['small']}>{children}</p>;
}
