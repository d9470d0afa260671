import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import styles from './Footer.module.css';
import { useTheme, type Theme } from './theme';

export function Footer() {
  return (
    <footer className="footer">
      <div className={`wrap ${styles['columns']}`}>
        <div className={styles['about']}>
          <p>
            <strong>
              <Trans>Thông tin minh họa.</Trans>
            </strong>{' '}
            <Trans>
              Nhu cầu và giải pháp có nhãn “Dữ liệu minh họa” được viết lại từ tin công khai giai đoạn 2020–2022, không phải cam kết của tổ
              chức được nêu tên.
            </Trans>
          </p>
          <p>
            <Trans>
              i-Forum giúp hai bên tìm thấy nhau trước khi đấu thầu. Việc lựa chọn nhà đầu tư, nhà thầu theo luật diễn ra trên Hệ thống mạng
              đấu thầu quốc gia.
            </Trans>
          </p>
        </div>
        <nav aria-labelledby="footer-explore">
          <h2 id="footer-explore">
            <Trans>Khám phá</Trans>
          </h2>
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
              <Link to="/thoa-thuan" search={{}}>
                <Trans context="list">Thỏa thuận</Trans>
              </Link>
            </li>
          </ul>
        </nav>
        <div>
          <h2>
            <Trans>Về trang này</Trans>
          </h2>
          <ul>
            <li>
              <Link to="/gioi-thieu">
                <Trans>Giới thiệu</Trans>
              </Link>
            </li>
            <li>
              <Link to="/du-lieu-mo">
                <Trans>Dữ liệu mở</Trans>
              </Link>
            </li>
            <li>
              <Link to="/tro-nang">
                <Trans>Khả năng tiếp cận</Trans>
              </Link>
            </li>
          </ul>
          <ThemeChoice />
        </div>
      </div>
    </footer>
  );
}

function ThemeChoice() {
  const [theme, setTheme] = useTheme();
  return (
    <label className={styles['theme']}>
      <Trans>Giao diện</Trans>
      <select value={theme} onChange={(event) => setTheme(event.target.value as Theme)}>
        <option value="auto">
          <Trans>Theo thiết bị</Trans>
        </option>
        <option value="light">
          <Trans>Sáng</Trans>
        </option>
        <option value="dark">
          <Trans>Tối</Trans>
        </option>
      </select>
    </label>
  );
}
