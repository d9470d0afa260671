import { Trans } from '@lingui/react/macro';
import { useEffect, useId, useRef, type MouseEvent } from 'react';
import { Wait } from './Wait';
import styles from './ErrorSummary.module.css';

export interface SummaryItem {
  /** Id of the field; null for a problem of the whole form. */
  field: string | null;
  message: string;
  /** When it can be tried again, in milliseconds of this device's clock. */
  until?: number;
}

interface Props {
  items: SummaryItem[];
  /** Raise it at each refused submit: the summary then takes the focus again. */
  attempt: number;
}

function lead(event: MouseEvent<HTMLAnchorElement>, field: string) {
  const target = document.getElementById(field);
  if (!target) return;
  event.preventDefault();
  target.focus();
  target.scrollIntoView({ block: 'center' });
}

/** At the top of a form that was refused: says what is wrong, in the fields' own words, and leads there. */
export function ErrorSummary({ items, attempt }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const titleId = useId();
  const shown = items.length > 0;
  const led = useRef(-1);
  useEffect(() => {
    if (!shown || led.current === attempt) return;
    led.current = attempt;
    box.current?.focus();
    box.current?.scrollIntoView({ block: 'start' });
  }, [shown, attempt]);
  if (!shown) return null;

  return (
    <div ref={box} className={styles['summary']} role="alert" tabIndex={-1} aria-labelledby={titleId}>
      <h2 id={titleId}>
        <Trans>Có chỗ cần sửa</Trans>
      </h2>
      <ul>
        {items.map(({ field, message, until }) => (
          <li key={`${field} ${message}`}>
            {field ? (
              <a href={`#${field}`} onClick={(event) => lead(event, field)}>
                {message}
              </a>
            ) : (
              message
            )}
            {until !== undefined && (
              <>
                {' '}
                <Wait until={until} />
              </>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
