import { Trans, useLingui } from '@lingui/react/macro';
import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useSession } from '@/app/SessionProvider';
import { useMyOrganizations } from '@/app/membership';
import { ConfirmIdentity } from '@/features/credentials';
import { useMatchChanges } from '@/features/matches';
import styles from './Workspace.module.css';

/** Around every signed-in page: the way between them, and the events that keep them current. */
export function WorkspaceFrame({ children }: { children: ReactNode }) {
  const { viewer } = useSession();
  // Signed out on this page: the router leads away.
  if (!viewer) return null;
  return (
    <>
      <Live />
      <Navigation staffRole={viewer.staffRole} />
      {children}
      <ConfirmIdentity />
    </>
  );
}

function Live() {
  useMatchChanges();
  return null;
}

function Navigation({ staffRole }: { staffRole: string | null }) {
  const { t } = useLingui();
  const { postingNeeds, postingOffers } = useMyOrganizations();
  const [needs, offers] = [postingNeeds.length > 0, postingOffers.length > 0];
  const links: [boolean, NonNullable<LinkProps['to']>, ReactNode, exact?: boolean][] = [
    [true, '/ban-lam-viec', <Trans key="desk">Việc cần làm</Trans>],
    [needs, '/co-quan/nhu-cau', <Trans key="needs">Nhu cầu của cơ quan</Trans>],
    [offers, '/giai-phap-cua-toi', <Trans key="offers">Giải pháp của tôi</Trans>],
    [needs || offers, '/goi-y', <Trans key="matches">Gợi ý kết nối</Trans>],
    [needs || staffRole !== null, '/loi-moi-chung', <Trans key="joint" context="list">Lời mời chung</Trans>],
    [offers, '/de-xuat', <Trans key="proposals">Đề xuất của tôi</Trans>],
    [needs || offers, '/thoa-thuan-cua-toi', <Trans key="agreements">Thỏa thuận của tôi</Trans>],
    [true, '/danh-gia', <Trans key="evaluations">Đánh giá của tôi</Trans>],
    [staffRole !== null, '/quan-tri', <Trans key="queue">Kiểm duyệt</Trans>, true],
    [staffRole === 'MODERATOR' || staffRole === 'ADMINISTRATOR', '/quan-tri/mo-de-xuat', <Trans key="openings">Chờ mở đề xuất</Trans>],
    [staffRole === 'ADMINISTRATOR' || staffRole === 'MODERATOR', '/quan-tri/xem-xet-lai', <Trans key="reviews">Xem xét lại kết quả</Trans>],
    [staffRole === 'ADMINISTRATOR', '/quan-tri/nguoi-dung', <Trans key="people">Người dùng</Trans>],
    [staffRole === 'ADMINISTRATOR', '/quan-tri/dong-co', <Trans key="engine">Bộ ghép nối</Trans>],
    [staffRole === 'ADMINISTRATOR', '/quan-tri/email', <Trans key="mail">Thư đã gửi</Trans>],
    [staffRole === 'ADMINISTRATOR', '/quan-tri/nhat-ky', <Trans key="audit">Nhật ký</Trans>],
    [true, '/tim-kiem-da-luu', <Trans key="searches">Tìm kiếm đã lưu</Trans>],
    [true, '/to-chuc-cua-toi', <Trans key="organizations">Tổ chức của tôi</Trans>],
    [true, '/ho-so', <Trans key="profile">Hồ sơ</Trans>, true],
    [true, '/tai-khoan', <Trans key="account">Tài khoản</Trans>],
  ];
  return (
    <nav className={styles['nav']} aria-label={t`Khu làm việc`}>
      <div className="wrap">
        <ul>
          {links
            .filter(([shown]) => shown)
            .map(([, to, name, exact]) => (
              <li key={to}>
                <Link to={to} activeOptions={{ exact: exact ?? false, includeSearch: false }}>
                  {name}
                </Link>
              </li>
            ))}
        </ul>
      </div>
    </nav>
  );
}
