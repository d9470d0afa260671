import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useMutation } from 'urql';
import { appError, describe } from '@/app/errors';
import { announce } from '@/ui/Announcer';
import { Button, LinkButton } from '@/ui/Button';
import { Callout } from '@/ui/Callout';
import type { Organization } from './OrganizationPage';
import { RequestMembershipDocument } from './organizations.gql';

/** What a signed-in reader can do here: look after it, or ask to join. */
export function Doings({ organization: { id, viewerCan } }: { organization: Organization }) {
  const { t, i18n } = useLingui();
  const [asked, setAsked] = useState(false);
  const [{ fetching, error }, request] = useMutation(RequestMembershipDocument);
  if (viewerCan.includes('EDIT') || viewerCan.includes('MANAGE_MEMBERS')) {
    return (
      <Callout title={<Trans>Tổ chức của bạn</Trans>}>
        <p>
          <Trans>Mọi người thấy trang này như trên. Bạn sửa hồ sơ, chứng chỉ và thành viên ở trang riêng của tổ chức.</Trans>
        </p>
        <div>
          <LinkButton to="/to-chuc-cua-toi/$id" params={{ id }} tone="primary">
            <Trans>Mở trang riêng của tổ chức</Trans>
          </LinkButton>
        </div>
      </Callout>
    );
  }
  if (asked) {
    return (
      <Callout title={<Trans>Đã gửi yêu cầu tham gia</Trans>}>
        <p>
          <Trans>
            Chủ quản của tổ chức sẽ trả lời; bạn nhận thư điện tử. Xem hoặc rút yêu cầu ở <Link to="/to-chuc-cua-toi">Tổ chức của tôi</Link>.
          </Trans>
        </p>
      </Callout>
    );
  }
  if (!viewerCan.includes('REQUEST_MEMBERSHIP')) return null;
  const ask = async () => {
    const { data } = await request({ input: { organizationId: id } });
    if (!data) return;
    setAsked(true);
    announce(t`Đã gửi yêu cầu tham gia`);
  };
  return (
    <Callout title={<Trans>Bạn làm việc ở đây?</Trans>}>
      <p>
        <Trans>Xin tham gia để làm việc thay tổ chức trên i-Forum. Chủ quản của tổ chức quyết định.</Trans>
      </p>
      {error && <p role="alert">{describe(appError(error), i18n)}</p>}
      <div>
        <Button busy={fetching} onClick={() => void ask()}>
          <Trans>Xin tham gia</Trans>
        </Button>
      </div>
    </Callout>
  );
}
