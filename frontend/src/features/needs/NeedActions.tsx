import { Trans } from '@lingui/react/macro';
import { useSession } from '@/app/SessionProvider';
import { LinkButton } from '@/ui/Button';
import { Callout } from '@/ui/Callout';
import { Remark } from '@/ui/Page';
import type { Need } from './NeedPage';

/** What the reader can do about this need: the answer differs for a visitor, a firm and the owner. */
export function NeedActions({ need }: { need: Need }) {
  const { viewer } = useSession();
  if (need.status !== 'OPEN' && need.status !== 'CONSULTATION') return null;
  return (
    <Callout title={<Trans>Bạn giải được bài toán này?</Trans>}>
      <p>
        <Trans>Đăng giải pháp để hệ thống chấm độ phù hợp, hoặc gửi đề xuất riêng cho nhu cầu này trước hạn.</Trans>
      </p>
      {viewer ? (
        <LinkButton to="/ban-lam-viec" tone="primary">
          <Trans>Mở bàn làm việc</Trans>
        </LinkButton>
      ) : (
        <>
          <LinkButton to="/dang-ky" tone="primary">
            <Trans>Đăng ký tham gia</Trans>
          </LinkButton>
          <LinkButton to="/dang-nhap" search={{ tiep: `/nhu-cau/${need.id}` }}>
            <Trans>Đã có tài khoản: đăng nhập</Trans>
          </LinkButton>
        </>
      )}
      <Remark>
        <Trans>Đề xuất được niêm phong đến hết hạn. Không ai đọc được trước đó, kể cả Liên minh.</Trans>
      </Remark>
    </Callout>
  );
}
