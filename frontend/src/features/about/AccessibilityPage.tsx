import { Trans, useLingui } from '@lingui/react/macro';
import { useSingleKeys } from '@/app/singleKeys';
import { Option } from '@/ui/Field';
import { Lead, Page, PageHead, Prose } from '@/ui/Page';
import { PageHeading } from '@/ui/PageHeading';

export function AccessibilityPage() {
  const { t } = useLingui();
  const [on, set] = useSingleKeys();
  return (
    <Page narrow>
      <PageHead>
        <PageHeading title={t`Khả năng tiếp cận`}>
          <Trans>Khả năng tiếp cận</Trans>
        </PageHeading>
        <Lead>
          <Trans>Trang này nhằm đạt mức AA của chuẩn WCAG 2.2, để ai cũng dùng được, bằng thiết bị nào cũng được.</Trans>
        </Lead>
      </PageHead>
      <Prose>
        <h2>
          <Trans>Những gì bạn có thể làm</Trans>
        </h2>
        <ul>
          <li>
            <Trans>Dùng mọi chức năng bằng bàn phím; phím Tab đầu tiên đưa thẳng đến nội dung chính.</Trans>
          </li>
          <li>
            <Trans>Nghe bằng trình đọc màn hình; phần nội dung không có bản dịch được đánh dấu đúng ngôn ngữ.</Trans>
          </li>
          <li>
            <Trans>Phóng to đến 400 % mà không phải cuộn ngang.</Trans>
          </li>
          <li>
            <Trans>Chọn giao diện sáng hoặc tối ở cuối trang; chế độ tương phản cao của thiết bị được tôn trọng.</Trans>
          </li>
          <li>
            <Trans>Đọc bản đồ dưới dạng bảng.</Trans>
          </li>
          <li>
            <Trans>Gõ tiếng Việt không dấu khi tìm kiếm.</Trans>
          </li>
          <li>
            <Trans>Tìm ở mọi trang: phím / đưa đến ô tìm kiếm, phím mũi tên chọn gợi ý, Enter mở, Esc đóng.</Trans>
          </li>
        </ul>
        <Option type="checkbox" checked={on} onChange={(event) => set(event.target.checked)}>
          <Trans>Dùng phím tắt một ký tự trên thiết bị này</Trans>
        </Option>
        <h2>
          <Trans>Điều chưa tốt</Trans>
        </h2>
        <p>
          <Trans>
            Trên bản đồ, các tỉnh nhỏ khó bấm bằng ngón tay; hãy dùng bảng ngay bên dưới. Tài liệu do thành viên tự soạn có thể chưa đạt chuẩn.
          </Trans>
        </p>
        <h2>
          <Trans>Chúng tôi kiểm tra thế nào</Trans>
        </h2>
        <p>
          <Trans>
            Mỗi thay đổi đều qua kiểm tra tự động bằng axe trên trình duyệt thật, ở hai ngôn ngữ, hai giao diện và hai cỡ màn hình.
          </Trans>
        </p>
      </Prose>
    </Page>
  );
}
