import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Fact, SummaryList } from '@/ui/SummaryList';
import styles from './Editor.module.css';

export interface Answer {
  /** Id of the field. */
  field: string;
  /** Id of the part of the form that it belongs to. */
  step: string;
  label: string;
  value: string | null;
}

interface Props {
  steps: { id: string; title: ReactNode }[];
  answers: Answer[];
  onChange: (field: string) => void;
}

/** Everything that was filled in, to be read once more before it is sent. */
export function Answers({ steps, answers, onChange }: Props) {
  return (
    <div className={styles['answers']}>
      {steps.map(({ id, title }) => (
        <section key={id}>
          <h2>{title}</h2>
          <SummaryList>
            {answers
              .filter(({ step }) => step === id)
              .map(({ field, label, value }) => (
                <Fact key={field} name={label}>
                  {value ?? (
                    <span className={styles['missing']}>
                      <Trans>Chưa điền</Trans>
                    </span>
                  )}{' '}
                  <a
                    href={`#${field}`}
                    className="no-print"
                    onClick={(event) => {
                      event.preventDefault();
                      onChange(field);
                    }}
                  >
                    <Trans>
                      Sửa<span className="visually-hidden">: {label}</span>
                    </Trans>
                  </a>
                </Fact>
              ))}
          </SummaryList>
        </section>
      ))}
    </div>
  );
}
