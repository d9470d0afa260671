import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { Button } from '@/ui/Button';
import { Icon } from '@/ui/Icon';
import { Lead, Page, PageHead, Prose } from '@/ui/Page';
import { PageHeading } from '@/ui/PageHeading';
import { Fact, SummaryList } from '@/ui/SummaryList';
import styles from './OpenDataPage.module.css';

/** What the open data are, where they are, and what stands in them; the words are `docs/api.md`'s. */
export function OpenDataPage() {
  const { t } = useLingui();
  return (
    <Page narrow>
      <PageHead>
        <PageHeading title={t`Dữ liệu mở`}>
          <Trans>Dữ liệu mở</Trans>
        </PageHeading>
        <Lead>
          <Trans>
            Mỗi nhu cầu đã đăng, cùng những gì diễn ra sau đó, được công bố theo chuẩn dữ liệu hợp đồng mở OCDS 1.1 với phần mở rộng cho hợp tác công tư. Ai
            cũng tải được, không cần tài khoản.
          </Trans>
        </Lead>
        <Button className="no-print" onClick={() => window.print()}>
          <Icon name="print" />
          <Trans>In trang này</Trans>
        </Button>
      </PageHead>
      <Prose>
        <h2>
          <Trans>Lấy dữ liệu ở đâu</Trans>
        </h2>
        <SummaryList>
          <Fact name={<Trans>Tất cả, mỗi dòng một quá trình</Trans>}>
            <a href="/ocds/records.jsonl">
              <code>/ocds/records.jsonl</code>
            </a>
          </Fact>
          <Fact name={<Trans>Những gì vừa thay đổi, từng trang</Trans>}>
            <a href="/ocds/releases">
              <code>/ocds/releases?since=2026-11-27T00:00:00Z</code>
            </a>
          </Fact>
          <Fact name={<Trans>Toàn bộ về một quá trình</Trans>}>
            <code>{'/ocds/records/{ocid}.json'}</code>
          </Fact>
          <Fact name={<Trans>Các bản công bố của một quá trình</Trans>}>
            <code>{'/ocds/releases/{ocid}.json'}</code>
          </Fact>
          <Fact name={<Trans>Danh sách nhu cầu cho bảng tính</Trans>}>
            <a href="/exports/needs.csv">CSV</a> · <a href="/exports/needs.xlsx">Excel</a>
          </Fact>
          <Fact name={<Trans>Danh sách giải pháp cho bảng tính</Trans>}>
            <a href="/exports/offers.csv">CSV</a> · <a href="/exports/offers.xlsx">Excel</a>
          </Fact>
          <Fact name={<Trans>Danh sách tổ chức cho bảng tính</Trans>}>
            <a href="/exports/organizations.csv">CSV</a> · <a href="/exports/organizations.xlsx">Excel</a>
          </Fact>
        </SummaryList>
        <p>
          <Trans>
            Ở cuối trang của mỗi <Link to="/nhu-cau">nhu cầu</Link> có liên kết đến dữ liệu của riêng nhu cầu đó.
          </Trans>
        </p>
        <h2>
          <Trans>Ví dụ</Trans>
        </h2>
        <p>
          <Trans>Tải tất cả, rồi đếm các quá trình theo trạng thái:</Trans>
        </p>
        <pre className={styles['code']}>
          <code>
            {`curl -O ${location.origin}/ocds/records.jsonl\njq -r '.records[0].compiledRelease.tender.status' records.jsonl | sort | uniq -c`}
          </code>
        </pre>
        <p>
          <Trans>
            Để theo dõi thay đổi, hãy đọc lần lượt các trang theo <code>links.next</code>. Trang cuối không có liên kết này; lần sau bắt đầu lại với{' '}
            <code>since</code> bằng <code>publishedDate</code> của trang cuối. Một thay đổi xuất hiện ở đây sau khoảng một phút.
          </Trans>
        </p>
        <h2>
          <Trans>Có gì trong dữ liệu</Trans>
        </h2>
        <SummaryList>
          <Fact name={<code>planning</code>}>
            <Trans>Bài toán, lĩnh vực theo ISO 37122, địa bàn (tên hiện nay và tên cũ), kinh phí dự kiến.</Trans>
          </Fact>
          <Fact name={<code>tender</code>}>
            <Trans>Nội dung nhu cầu, thời hạn, tiêu chí và trọng số, trạng thái, lý do kết thúc; các bên dự sau khi mở đề xuất.</Trans>
          </Fact>
          <Fact name={<code>bids</code>}>
            <Trans>Số đề xuất sau khi mở; ai dự với đề xuất nào, sau khi có quyết định.</Trans>
          </Fact>
          <Fact name={<code>awards</code>}>
            <Trans>Bên được chọn và ngày chọn. Đây là kết quả tham vấn thị trường, không phải kết quả đấu thầu.</Trans>
          </Fact>
          <Fact name={<code>contracts</code>}>
            <Trans>Thỏa thuận đã công khai: các bên ký, thời gian, mốc và chỉ số.</Trans>
          </Fact>
          <Fact name={<code>parties</code>}>
            <Trans>Tổ chức tham gia và vai trò. Không có tên người.</Trans>
          </Fact>
        </SummaryList>
        <p>
          <Trans>
            Trường có tên bắt đầu bằng <code>x_</code> là của riêng trang này, ví dụ <code>x_demonstration</code> đánh dấu dữ liệu minh họa.
          </Trans>
        </p>
        <h2>
          <Trans>Không có gì trong dữ liệu</Trans>
        </h2>
        <p>
          <Trans>
            Đề xuất còn niêm phong, kể cả số lượng; nội dung, giá và điểm của đề xuất; thông tin cá nhân; nội dung đã bị ẩn. Khi việc đánh giá còn ẩn danh, dữ liệu
            không cho biết đề xuất nào là của ai.
          </Trans>
        </p>
        <h2>
          <Trans>Giấy phép</Trans>
        </h2>
        <p>
          <Trans>
            Dữ liệu dùng theo giấy phép{' '}
            <a href="https://creativecommons.org/licenses/by/4.0/" rel="license">
              Creative Commons Ghi công 4.0
            </a>
            : được dùng lại cho mọi mục đích, miễn là ghi nguồn. Tiền tố <code>ocds-xxxxxx</code> trong tên quá trình là tạm thời, cho đến khi Liên minh đăng ký tiền
            tố riêng.
          </Trans>
        </p>
      </Prose>
    </Page>
  );
}
