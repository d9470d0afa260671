import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Bilingual } from '@/i18n/bilingual';
import { Icon } from '@/ui/Icon';
import { Section } from '@/ui/Page';
import { Panel } from '@/ui/Panel';
import styles from './Moderation.module.css';

/** Content on the left, checks and decisions on the right. */
export function ItemLayout({ children, side }: { children: ReactNode; side: ReactNode }) {
  return (
    <div className={styles['layout']}>
      <Panel>{children}</Panel>
      <aside className={styles['side']}>{side}</aside>
    </div>
  );
}

/** Both languages beside each other: the moderator answers for both. */
export function BothLanguages({ title, value }: { title: ReactNode; value: Bilingual }) {
  if (!value.vi && !value.en) return null;
  return (
    <section>
      <h3>{title}</h3>
      <div className={styles['bilingual']}>
        {value.vi && <p lang="vi">{value.vi}</p>}
        {value.en && <p lang="en">{value.en}</p>}
      </div>
    </section>
  );
}

export interface CheckResult {
  name: string;
  good: boolean;
}

/** What a machine can see; the rest is for the moderator to judge. */
export function Checks({ checks }: { checks: CheckResult[] }) {
  const { t } = useLingui();
  return (
    <Section title={<Trans>Kiểm tra tự động</Trans>}>
      <ul className={styles['checks']} role="list">
        {checks.map(({ name, good }) => (
          <li key={name} className={good ? styles['good'] : styles['bad']}>
            <Icon name={good ? 'check' : 'warning'} />
            <span>
              <span className={good ? 'visually-hidden' : styles['attention']}>{good ? t`Đạt:` : t`Chưa đạt:`} </span>
              {name}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

export function Actions({ children }: { children: ReactNode }) {
  return <div className={styles['actions']}>{children}</div>;
}
