import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { formatDate } from '@/i18n/format';
import { Tag } from '@/ui/Tag';
import styles from './Portfolio.module.css';
import type { CertificateShownFragment } from './portfolio.gql';

interface Props<Certificate> {
  certificates: Certificate[];
  /** What its own people see beside each: the evidence, and what can be done. */
  renderMore?: (certificate: Certificate) => ReactNode;
}

export function CertificateList<Certificate extends CertificateShownFragment>({ certificates, renderMore }: Props<Certificate>) {
  const { t } = useLingui();
  return (
    <ul className={styles['list']} role="list" aria-label={t`Chứng chỉ`}>
      {certificates.map((certificate) => {
        const { id, name, standard, issuer, number, issuedOn, expiresOn, expired } = certificate;
        return (
          <li key={id}>
            <div className={styles['item']}>
              <p className={styles['name']}>
                {name}{' '}
                {expired && (
                  <Tag tone="warning" icon="clock">
                    <Trans>Đã hết hạn</Trans>
                  </Tag>
                )}
              </p>
              <p>{[standard, issuer, number && t`số ${number}`].filter(Boolean).join(' · ')}</p>
              <p className={styles['soft']}>
                <Trans>Cấp ngày {formatDate(issuedOn)}</Trans>
                {' · '}
                {!expiresOn ? (
                  <Trans>không thời hạn</Trans>
                ) : expired ? (
                  <Trans>hết hạn ngày {formatDate(expiresOn)}</Trans>
                ) : (
                  <Trans>có giá trị đến hết {formatDate(expiresOn)}</Trans>
                )}
              </p>
            </div>
            {renderMore?.(certificate)}
          </li>
        );
      })}
    </ul>
  );
}
