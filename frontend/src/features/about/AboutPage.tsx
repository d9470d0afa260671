import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { Lead, Page, PageHead, Prose } from '@/ui/Page';
import { PageHeading } from '@/ui/PageHeading';

export function AboutPage() {
  const { t } = useLingui();
  return (
    <Page narrow>
      <PageHead>
        <PageHeading title={t`Giới thiệu`}>
          <Trans>Một kênh kết nối khối công và khối tư</Trans>
        </PageHeading>
        <Lead>
          <Trans>
            Liên minh hợp tác công tư về đô thị thông minh, còn gọi là i-Forum Smart City, ra mắt tại Hà Nội ngày 10/11/2021 để chính quyền, doanh
            nghiệp, nhà phát triển đô thị, chuyên gia và nhà nghiên cứu tìm đến nhau.
          </Trans>
        </Lead>
      </PageHead>
      <Prose>
        <h2>
          <Trans>Trang này giải quyết điều gì</Trans>
        </h2>
        <p>
          <Trans>
            Việc xây dựng đô thị thông minh còn riêng lẻ, manh mún: mỗi nơi làm một kiểu, tiêu chuẩn chưa đủ, người quản lý, người cung cấp và người dân
            nhìn thấy những điều khác nhau. Ở đây nhu cầu và năng lực được mô tả bằng cùng một bộ từ, nên so sánh được và ghép được.
          </Trans>
        </p>
        <h2>
          <Trans>Điểm phù hợp được tính thế nào</Trans>
        </h2>
        <p>
          <Trans>
            Điểm là tổng của bảy yếu tố: nội dung, lĩnh vực, địa bàn, kinh phí, thời gian, độ sẵn sàng và kinh nghiệm. Mỗi yếu tố có trọng số và một câu
            giải thích. Không có điểm ẩn, và không ai mua được thứ hạng.
          </Trans>
        </p>
        <h2>
          <Trans>Trang này không làm gì</Trans>
        </h2>
        <p>
          <Trans>
            Đây là bước tham vấn thị trường trước khi đấu thầu. Việc công bố và lựa chọn nhà đầu tư, nhà thầu theo luật diễn ra trên Hệ thống mạng đấu thầu
            quốc gia; nhu cầu đi đến bước đó được chuyển sang với trạng thái “Chuyển sang VNEPS”.
          </Trans>
        </p>
        <h2>
          <Trans>Đơn vị hành chính</Trans>
        </h2>
        <p>
          <Trans>
            Trang dùng 34 đơn vị cấp tỉnh hiện nay. Tên cũ vẫn tìm được: gõ “Bình Dương” sẽ ra Thành phố Hồ Chí Minh.
          </Trans>
        </p>
        <p>
          <Link to="/nhu-cau">
            <Trans>Xem các nhu cầu đang mở</Trans>
          </Link>
        </p>
      </Prose>
    </Page>
  );
}
