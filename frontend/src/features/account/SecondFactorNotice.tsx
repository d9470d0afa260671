import { Trans } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { useSession } from '@/app/SessionProvider';
import { confirmation } from '@/features/credentials';
import { Button, LinkButton } from '@/ui/Button';
import { Notice, Row } from '@/ui/Panel';
import { hasSecondFactor } from './PasswordSection';
import { SecondFactorSetDocument } from './account.gql';

/** What waits for a second factor, and the way to it: to set one up, or to use the one that is there. */
export function SecondFactorNotice() {
  const missing = useSession().viewer?.secondFactorMissing === true;
  const [{ data }] = useQuery({ query: SecondFactorSetDocument, pause: !missing });
  if (!missing) return null;
  const credentials = data?.viewer?.credentials;
  const set = credentials ? hasSecondFactor(credentials) : false;
  return (
    <Notice tone="warning">
      <p>
        <strong>
          <Trans>Cần bước xác thực thứ hai</Trans>
        </strong>
      </p>
      <p>
        {set ? (
          <Trans>Vai trò của bạn ở Liên minh, hoặc tổ chức của bạn, yêu cầu bước này, và phiên này chưa qua bước đó. Các quyền đang chờ: hãy xác nhận để dùng tiếp.</Trans>
        ) : (
          <Trans>
            Vai trò của bạn ở Liên minh, hoặc tổ chức của bạn, yêu cầu bước này. Các quyền của vai trò đó đang chờ: duyệt tin, làm việc thay tổ chức. Thiết lập mất khoảng hai phút, cần điện
            thoại hoặc thiết bị có vân tay.
          </Trans>
        )}
      </p>
      <Row>
        {set ? (
          <Button tone="primary" onClick={() => void confirmation.ask()}>
            <Trans>Xác nhận danh tính</Trans>
          </Button>
        ) : (
          <LinkButton to="/tai-khoan" hash="buoc-hai" tone="primary">
            <Trans>Thiết lập ngay</Trans>
          </LinkButton>
        )}
      </Row>
    </Notice>
  );
}
