import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Tag } from '@/ui/Tag';
import styles from './Editor.module.css';

export type StepStatus = 'empty' | 'partial' | 'complete' | 'optional';

export interface Step {
  id: string;
  title: ReactNode;
  status: StepStatus;
}

/** From what must be filled in and what may be: where a part of the form stands. */
export function stepStatus(required: boolean[], optional: boolean[] = []): StepStatus {
  const filled = required.filter(Boolean).length;
  const extra = optional.some(Boolean);
  if (required.length > 0 && filled === required.length) return 'complete';
  if (filled > 0) return 'partial';
  if (required.length === 0) return extra ? 'complete' : 'optional';
  return extra ? 'partial' : 'empty';
}

function StatusTag({ status }: { status: StepStatus }) {
  switch (status) {
    case 'complete':
      return (
        <Tag tone="positive" icon="check">
          <Trans>Đã đủ</Trans>
        </Tag>
      );
    case 'partial':
      return (
        <Tag tone="warning" icon="edit">
          <Trans>Còn thiếu</Trans>
        </Tag>
      );
    case 'empty':
      return (
        <Tag tone="neutral" icon="edit">
          <Trans>Chưa soạn</Trans>
        </Tag>
      );
    case 'optional':
      return (
        <Tag tone="plain" icon="info">
          <Trans>Không bắt buộc</Trans>
        </Tag>
      );
  }
}

/** The parts of a long form and where each stands; leads to them. */
export function Steps({ steps, children }: { steps: Step[]; children?: ReactNode }) {
  return (
    <nav className={styles['steps']} aria-labelledby="steps-title">
      <h2 id="steps-title" className="visually-hidden">
        <Trans>Các phần cần soạn</Trans>
      </h2>
      <ol>
        {steps.map(({ id, title, status }) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
            <StatusTag status={status} />
          </li>
        ))}
      </ol>
      {children}
    </nav>
  );
}
