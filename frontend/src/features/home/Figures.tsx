import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { formatNumber } from '@/i18n/format';
import styles from './Figures.module.css';
import type { HomeQuery } from './home.gql';

/** Four figures; their places are held until the numbers are known. */
export function Figures({ statistics }: { statistics: HomeQuery['statistics'] | undefined }) {
  return (
    <div className={styles['band']}>
      <dl className={`wrap ${styles['figures']}`}>
        <Figure name={<Trans>nhu cầu đang tiếp nhận</Trans>} value={statistics?.openNeeds} />
        <Figure name={<Trans>giải pháp đang đăng</Trans>} value={statistics?.publishedOffers} />
        <Figure name={<Trans>tổ chức tham gia</Trans>} value={statistics?.organizations} />
        <Figure name={<Trans>lần giới thiệu hai bên</Trans>} value={statistics?.introductions} />
      </dl>
    </div>
  );
}

function Figure({ name, value }: { name: ReactNode; value: number | undefined }) {
  return (
    <div className={styles['figure']}>
      <dt>{name}</dt>
      <dd className="numeric">{value === undefined ? <span aria-hidden="true">&nbsp;</span> : formatNumber(value)}</dd>
    </div>
  );
}
