import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { Answer } from '@/app/Answer';
import { formatDateTime, formatNumber } from '@/i18n/format';
import { LinkButton } from '@/ui/Button';
import { Lead, Page, PageHead, Stack } from '@/ui/Page';
import { PageHeading } from '@/ui/PageHeading';
import { Notice, Row, Soft } from '@/ui/Panel';
import { Skeleton } from '@/ui/Skeleton';
import { Fact, SummaryList } from '@/ui/SummaryList';
import styles from './Agreements.module.css';
import { CheckAgreementVersionDocument, type CheckAgreementVersionQuery } from './agreements.gql';

type Check = NonNullable<CheckAgreementVersionQuery['agreementVersion']>;

/** Behind the code on the paper: what the version is whose hash it bears; nothing of what it says. */
export function VersionCheckPage({ hash }: { hash: string }) {
  const { t } = useLingui();
  const [result, retry] = useQuery({ query: CheckAgreementVersionDocument, variables: { hash }, requestPolicy: 'network-only' });
  return (
    <Page narrow>
      <PageHead>
        <PageHeading title={t`Đối chiếu bản giấy`}>
          <Trans>Đối chiếu bản giấy</Trans>
        </PageHeading>
        <Lead>
          <Trans>So số, bản và mã băm dưới đây với những gì in trên giấy. Trang này không nói nội dung của thỏa thuận.</Trans>
        </Lead>
      </PageHead>
      <Answer result={result} retry={retry} skeleton={<Skeleton blocks={['5rem', '10rem']} />}>
        {({ agreementVersion }) =>
          agreementVersion ? (
            <Found check={agreementVersion} />
          ) : (
            <Stack>
              <Notice tone="danger">
                <p>
                  <strong>
                    <Trans>Không có bản nào mang mã băm này.</Trans>
                  </strong>
                </p>
                <p>
                  <Trans>Có thể mã bị chép sai, hoặc bản giấy không phải của hệ thống này.</Trans>
                </p>
              </Notice>
              <p className={styles['hash']}>{hash}</p>
            </Stack>
          )
        }
      </Answer>
    </Page>
  );
}

function Found({ check }: { check: Check }) {
  return (
    <Stack>
      <Verdict check={check} />
      <SummaryList>
        <Fact name={<Trans>Thỏa thuận số</Trans>}>{check.agreementNumber}</Fact>
        <Fact name={<Trans>Bản</Trans>}>{formatNumber(check.number)}</Fact>
        <Fact name={<Trans>Gửi cho hai bên lúc</Trans>}>{check.proposedAt && formatDateTime(check.proposedAt)}</Fact>
        <Fact name={<Trans>Chữ ký của bản này</Trans>}>
          <Trans>{formatNumber(check.signatures)} trên 2 bên</Trans>
        </Fact>
        <Fact name="SHA-256">
          <span className={styles['hash']}>{check.hash}</span>
        </Fact>
      </SummaryList>
      {check.historic && (
        <Soft>
          <Trans>Đây là bản ghi lại một thỏa thuận đã ký ở nơi khác, theo tin công khai.</Trans>
        </Soft>
      )}
      {check.agreementId && (
        <Row>
          <LinkButton to="/thoa-thuan/$id" params={{ id: check.agreementId }}>
            <Trans>Mở thỏa thuận</Trans>
          </LinkButton>
        </Row>
      )}
    </Stack>
  );
}

function Verdict({ check }: { check: Check }) {
  if (!check.intact) {
    return (
      <Notice tone="danger">
        <p>
          <strong>
            <Trans>Bản lưu trên hệ thống không còn khớp với mã băm này.</Trans>
          </strong>
        </p>
        <p>
          <Trans>Hãy báo cho Liên minh.</Trans>
        </p>
      </Notice>
    );
  }
  if (!check.signed) {
    return (
      <Notice tone="warning">
        <p>
          <strong>
            <Trans>Bản này chưa được cả hai bên ký.</Trans>
          </strong>
        </p>
      </Notice>
    );
  }
  return (
    <Notice tone={check.inForce ? 'positive' : 'warning'}>
      <p>
        <strong>{check.inForce ? <Trans>Đây đúng là bản hai bên đã ký.</Trans> : <Trans>Hai bên đã ký bản này, nhưng đã có bản ký sau thay thế.</Trans>}</strong>
      </p>
    </Notice>
  );
}
