import { Trans } from '@lingui/react/macro';
import { formatDate } from '@/i18n/format';
import { Icon } from '@/ui/Icon';
import styles from './Portfolio.module.css';
import type { OrganizationBadgesFragment } from './portfolio.gql';

/** Who looked at the organisation for the alliance, when, and until when that holds; and whether it belongs to the alliance. */
export function OrganizationBadges({ organization }: { organization: OrganizationBadgesFragment }) {
  const { verification, verifiedAt, verifiedBy, verifiedUntil, allianceStatus, allianceSince, admission } = organization;
  const verified = verification === 'VERIFIED' && verifiedAt !== null;
  const admitted = allianceStatus === 'ADMITTED';
  if (!verified && !admitted) return null;
  const since = admission?.date ?? allianceSince;
  return (
    <div className={styles['badges']}>
      {verified && (
        <div className={`${styles['badge']} ${styles['verified']}`}>
          <Icon name="check" size={28} />
          <div>
            <p className={styles['what']}>
              <Trans>Liên minh đã xác thực</Trans>
            </p>
            <p>
              {verifiedBy ? (
                <Trans>
                  {verifiedBy} kiểm tra tên pháp lý và mã số ngày {formatDate(verifiedAt)}.
                </Trans>
              ) : (
                <Trans>Tên pháp lý và mã số được kiểm tra ngày {formatDate(verifiedAt)}.</Trans>
              )}{' '}
              {verifiedUntil && <Trans>Có giá trị đến {formatDate(verifiedUntil)}.</Trans>}
            </p>
          </div>
        </div>
      )}
      {admitted && (
        <div className={styles['badge']}>
          <Icon name="star" size={28} />
          <div>
            <p className={styles['what']}>
              <Trans>Thành viên Liên minh</Trans>
            </p>
            <p>
              {admission ? (
                <Trans>
                  Theo Quyết định số {admission.number} của Ban Điều hành, ngày {formatDate(admission.date)}.
                </Trans>
              ) : (
                since && <Trans>Từ ngày {formatDate(since)}.</Trans>
              )}
            </p>
          </div>
        </div>
      )}
    </div>
  );
}
