import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useLocation } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { locale, sameAddressIn } from '@/i18n/locale';
import { Announcer } from '@/ui/Announcer';
import { Icon } from '@/ui/Icon';
import { Footer } from './Footer';
import { SearchBox } from './SearchBox';
import { useSession } from './SessionProvider';

export function Layout({ children }: { children: ReactNode }) {
  return (
    <div className="page">
      <a className="skip" href="#noi-dung">
        <Trans>Đến nội dung chính</Trans>
      </a>
      <header>
        <Masthead />
        <Bar />
      </header>
      <main id="noi-dung" tabIndex={-1}>
        {children}
      </main>
      <Footer />
      <Announcer />
    </div>
  );
}

function Masthead() {
  const path = useLocation({ select: (location) => location.pathname });
  return (
    <div className="masthead">
      <div className="wrap">
        <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
          <path fill="currentColor" d="m8 .8 1.9 4.6 5 .4-3.8 3.2 1.2 4.9L8 11.3l-4.3 2.6 1.2-4.9L1.1 5.8l5-.4z" />
        </svg>
        <span>
          <Trans>Kênh kết nối của Liên minh hợp tác công tư về đô thị thông minh</Trans>
        </span>
        <SearchBox key={path} />
      </div>
    </div>
  );
}

function Brand() {
  return (
    <Link className="brand" to="/">
      <svg width="40" height="40" viewBox="0 0 48 48" aria-hidden="true">
        <rect width="48" height="48" fill="#12386f" />
        <path d="M14 34V21m10 13V12m10 22V17" stroke="#fff" strokeWidth="5" strokeLinecap="round" />
        <circle cx="14" cy="13.5" r="3.5" fill="#f3c65a" />
      </svg>
      <span>i-Forum Smart City</span>
    </Link>
  );
}

function Bar() {
  const { t } = useLingui();
  const path = useLocation({ select: (location) => location.pathname });
  const [openOn, setOpenOn] = useState<string | null>(null);
  // The menu of a phone closes by itself when the reader gets somewhere else.
  const open = openOn === path;
  return (
    <div className="bar">
      <div className="wrap">
        <Brand />
        <button
          type="button"
          className="menu-toggle"
          aria-expanded={open}
          aria-controls="menu"
          onClick={() => setOpenOn(open ? null : path)}
        >
          <Icon name={open ? 'cross' : 'menu'} />
          <Trans>Danh mục</Trans>
        </button>
        <nav id="menu" className="menu" data-open={open} aria-label={t`Chính`}>
          <ul>
            <li>
              <Link to="/nhu-cau">
                <Trans>Nhu cầu</Trans>
              </Link>
            </li>
            <li>
              <Link to="/giai-phap">
                <Trans>Giải pháp</Trans>
              </Link>
            </li>
            <li>
              <Link to="/to-chuc">
                <Trans>Tổ chức</Trans>
              </Link>
            </li>
            <li>
              <Link to="/chuyen-gia" search={{}}>
                <Trans>Chuyên gia</Trans>
              </Link>
            </li>
            <li>
              <Link to="/gioi-thieu">
                <Trans>Giới thiệu</Trans>
              </Link>
            </li>
          </ul>
          <ul>
            <li>
              <LanguageLink />
            </li>
            <Account />
          </ul>
        </nav>
      </div>
    </div>
  );
}

/** A full navigation: the language belongs to a page load. */
function LanguageLink() {
  const href = useLocation({ select: (location) => location.href });
  const other = locale === 'vi' ? 'en' : 'vi';
  return (
    <>
      {(['vi', 'en'] as const).map((language) => (
        <link key={language} rel="alternate" hrefLang={language} href={location.origin + sameAddressIn(language, href)} />
      ))}
      <a href={sameAddressIn(other, href)} lang={other} hrefLang={other}>
        <Icon name="globe" />
        {other === 'en' ? 'English' : 'Tiếng Việt'}
      </a>
    </>
  );
}

function Account() {
  const { status, viewer } = useSession();
  // Not "Sign in" to somebody who is about to be known.
  if (status === 'restoring') return null;
  if (!viewer) {
    return (
      <li>
        <Link to="/dang-nhap" className="sign-in">
          <Trans>Đăng nhập</Trans>
        </Link>
      </li>
    );
  }
  return (
    <>
      <li>
        <Link to="/ban-lam-viec">
          <Icon name="user" />
          <Trans>Bàn làm việc</Trans>
        </Link>
      </li>
      <li>
        <Link to="/dang-xuat" search={{}}>
          <Trans>Đăng xuất</Trans>
        </Link>
      </li>
    </>
  );
}
