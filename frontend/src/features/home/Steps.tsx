import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import styles from './Steps.module.css';

export function Steps() {
  return (
    <section>
      <h2>
        <Trans>Cách hoạt động</Trans>
      </h2>
      <ol className={styles['steps']} role="list">
        <Step title={<Trans>Nêu bài toán, chào giải pháp</Trans>}>
          <Trans>Địa phương mô tả kết quả mong muốn, không mô tả sản phẩm. Doanh nghiệp nói rõ đã làm được gì, ở đâu. Liên minh duyệt trước khi đăng.</Trans>
        </Step>
        <Step title={<Trans>Máy ghép, người giới thiệu</Trans>}>
          <Trans>Hệ thống chấm từng yếu tố và viết lý do bằng lời. Người của Liên minh xem lại rồi mới giới thiệu; liên hệ chỉ hiện khi hai bên cùng đồng ý.</Trans>
        </Step>
        <Step title={<Trans>Đề xuất và trả lời</Trans>}>
          <Trans>Đề xuất được niêm phong đến hết hạn. Ai gửi cũng nhận được kết quả và lý do, vì im lặng không phải là câu trả lời.</Trans>
        </Step>
      </ol>
    </section>
  );
}

function Step({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <li className={styles['step']}>
      <h3>{title}</h3>
      <p>{children}</p>
    </li>
  );
}
