import { Trans, useLingui } from '@lingui/react/macro';
import { localized } from '@/i18n/bilingual';
import { LinkButton } from '@/ui/Button';
import { Lead, Page, PageHead, Section, Stack } from '@/ui/Page';
import { PageHeading } from '@/ui/PageHeading';
import { Row } from '@/ui/Panel';
import { Fact, SummaryList } from '@/ui/SummaryList';
import { OfferStatusTag } from '@/ui/StatusTag';
import type { OfferDraftFragment } from './offer-editor.gql';

/** After sending: what happens next, and when. */
export function OfferSent({ offer }: { offer: OfferDraftFragment }) {
  const { t } = useLingui();
  const title = localized(offer.title);
  return (
    <Page narrow>
      <PageHead>
        <PageHeading title={t`Đã gửi giải pháp`}>
          <Trans>Đã gửi giải pháp</Trans>
        </PageHeading>
        <Lead lang={title.lang}>{title.text}</Lead>
      </PageHead>
      <Stack>
        <SummaryList>
          <Fact name={<Trans>Mã số</Trans>}>{offer.id}</Fact>
          <Fact name={<Trans>Trạng thái</Trans>}>
            <OfferStatusTag status={offer.status} />
          </Fact>
        </SummaryList>
        <Section title={<Trans>Tiếp theo</Trans>}>
          <ol>
            <li>
              <Trans>Liên minh xem nội dung, thường trong ba ngày làm việc. Kết quả được gửi vào thư điện tử của bạn.</Trans>
            </li>
            <li>
              <Trans>Khi được duyệt, giải pháp hiện công khai trong 12 tháng và hệ thống tìm nhu cầu phù hợp, kèm lý do.</Trans>
            </li>
            <li>
              <Trans>Liên minh giới thiệu từng bên; cả hai đồng ý thì thấy đầu mối của nhau.</Trans>
            </li>
          </ol>
        </Section>
        <Row>
          <LinkButton to="/giai-phap-cua-toi" tone="primary">
            <Trans>Giải pháp của tôi</Trans>
          </LinkButton>
          <LinkButton to="/ban-lam-viec">
            <Trans>Về bàn làm việc</Trans>
          </LinkButton>
        </Row>
      </Stack>
    </Page>
  );
}
