import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { PageHeading } from '@/ui/PageHeading';

/** index.html and en/index.html show the same words before the script runs: change them together. */
export function Hero() {
  const { t } = useLingui();
  return (
    <section className="hero no-print">
      <div className="wrap">
        <PageHeading title={t`i-Forum Smart City – Hợp tác công tư về đô thị thông minh`} whole>
          <Trans>Nhu cầu của địa phương gặp năng lực của doanh nghiệp</Trans>
        </PageHeading>
        <p>
          <Trans>
            Địa phương nêu bài toán đô thị thông minh. Doanh nghiệp và nhà khoa học chào giải pháp. Hệ thống chỉ ra ai phù hợp với ai và vì sao;
            Liên minh giới thiệu hai bên.
          </Trans>
        </p>
        <div className="hero-actions">
          <Link to="/nhu-cau">
            <Trans>Xem các nhu cầu</Trans>
          </Link>
          <Link to="/dang-ky">
            <Trans>Tham gia Liên minh</Trans>
          </Link>
        </div>
      </div>
    </section>
  );
}
