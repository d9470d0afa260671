import { Trans } from '@lingui/react/macro';
import styles from './Moderation.module.css';

export function MergeConsequences() {
  return (
    <ul className={styles['plain']}>
      <li>
        <Trans>Nhu cầu, giải pháp, kết nối, chứng chỉ và tham chiếu chuyển sang tổ chức ở lại.</Trans>
      </li>
      <li>
        <Trans>Thành viên của tổ chức nhập đi xin tham gia tổ chức ở lại; chủ quản ở đó chấp thuận.</Trans>
      </li>
      <li>
        <Trans>Đề xuất đã nộp giữ nguyên tên người nộp.</Trans>
      </li>
      <li>
        <Trans>Trang của tổ chức nhập đi dẫn đến trang của tổ chức ở lại.</Trans>
      </li>
    </ul>
  );
}
