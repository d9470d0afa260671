import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { formatNumber } from '@/i18n/format';
import styles from './Search.module.css';
import { lastPage, pageOf } from './criteria';
import type { SearchAddress } from './search';

/** Under the results: the page before, the page after, and where one is. */
export function Pages({ address, total }: { address: SearchAddress; total: number }) {
  const { t } = useLingui();
  const [page, last] = [pageOf(address), lastPage(total)];
  if (last === 1 && page === 1) return null;
  const at = (to: number): SearchAddress => {
    const { trang: _, ...rest } = address;
    return to === 1 ? rest : { ...rest, trang: String(to) };
  };
  return (
    <nav className={`${styles['pages']} no-print`} aria-label={t`Trang kết quả`}>
      {page > 1 && (
        <Link to="/tim-kiem" search={at(Math.min(page - 1, last))} rel="prev">
          <Trans>Trang trước</Trans>
        </Link>
      )}
      <span>
        <Trans>
          Trang {formatNumber(page)} trên {formatNumber(last)}
        </Trans>
      </span>
      {page < last && (
        <Link to="/tim-kiem" search={at(page + 1)} rel="next">
          <Trans>Trang sau</Trans>
        </Link>
      )}
    </nav>
  );
}
