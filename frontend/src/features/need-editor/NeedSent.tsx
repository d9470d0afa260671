import { Trans, useLingui } from '@lingui/react/macro';
import { localized } from '@/i18n/bilingual';
import { LinkButton } from '@/ui/Button';
import { Lead, Page, PageHead, Section, Stack } from '@/ui/Page';
import { PageHeading } from '@/ui/PageHeading';
import { Row } from '@/ui/Panel';
import { Fact, SummaryList } from '@/ui/SummaryList';
import { NeedStatusTag } from '@/ui/StatusTag';
import type { NeedDraftFragment } from './need-editor.gql';

/** After sending: what happens next, and when. */
export function NeedSent({ need }: { need: NeedDraftFragment }) {
  const { t } = useLingui();
  const title = localized(need.title);
  return (
    <Page narrow>
      <PageHead>
        <PageHeading title={t`Đã gửi nhu cầu`}>
          <Trans>Đã gửi nhu cầu</Trans>
        </PageHeading>
        <Lead lang={title.lang}>{title.text}</Lead>
      </PageHead>
      <Stack>
        <SummaryList>
          <Fact name={<Trans>Mã số</Trans>}>{need.id}</Fact>
          <Fact name={<Trans>Trạng thái</Trans>}>
            <NeedStatusTag status={need.status} />
          </Fact>
        </SummaryList>
        <Section title={<Trans>Tiếp theo</Trans>}>
          <ol>
            <li>
              <Trans>Liên minh xem nội dung, thường trong ba ngày làm việc. Kết quả được gửi vào thư điện tử của bạn.</Trans>
            </li>
            <li>
              <Trans>Khi được duyệt, nhu cầu hiện công khai và hệ thống tìm giải pháp phù hợp, kèm lý do.</Trans>
            </li>
            <li>
              <Trans>Liên minh giới thiệu từng bên; cả hai đồng ý thì thấy đầu mối của nhau.</Trans>
            </li>
            <li>
              <Trans>Đề xuất của doanh nghiệp được niêm phong đến hạn tiếp nhận, rồi mở cùng lúc.</Trans>
            </li>
          </ol>
        </Section>
        <Row>
          <LinkButton to="/co-quan/nhu-cau" tone="primary">
            <Trans>Nhu cầu của cơ quan</Trans>
          </LinkButton>
          <LinkButton to="/ban-lam-viec">
            <Trans>Về bàn làm việc</Trans>
          </LinkButton>
        </Row>
      </Stack>
    </Page>
  );
}
