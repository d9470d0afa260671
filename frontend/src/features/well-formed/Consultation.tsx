import { Trans } from '@lingui/react/macro';
import { formatDateTime } from '@/i18n/format';
import { LinkButton } from '@/ui/Button';
import { Section } from '@/ui/Page';
import { Notice, Row } from '@/ui/Panel';

interface Props {
  until: string;
  /** The need, for whoever may open it. */
  opens: string | null;
}

/** The market is consulted: what that means for the reader, and for the owner the way on. */
export function Consultation({ until, opens }: Props) {
  return (
    <Section title={<Trans>Tham vấn thị trường</Trans>}>
      <Notice>
        <p>
          {opens ? (
            <Trans>Doanh nghiệp góp ý đến {formatDateTime(until)}. Hãy trả lời góp ý, sửa nhu cầu nếu cần, rồi mở nhận đề xuất; bạn mở lúc nào cũng được.</Trans>
          ) : (
            <Trans>Nhu cầu này chưa nhận đề xuất. Đến {formatDateTime(until)}, doanh nghiệp góp ý ở dưới; sau đó cơ quan có thể sửa nhu cầu rồi mở nhận đề xuất.</Trans>
          )}
        </p>
      </Notice>
      {opens && (
        <Row>
          <LinkButton to="/co-quan/nhu-cau/$id/soan" params={{ id: opens }} search={{ buoc: 'xem-lai' }} tone="primary" className="no-print">
            <Trans>Xem lại và mở nhận đề xuất</Trans>
          </LinkButton>
        </Row>
      )}
    </Section>
  );
}
