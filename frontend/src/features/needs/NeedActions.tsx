import { Trans } from '@lingui/react/macro';
import { useSession } from '@/app/SessionProvider';
import { LinkButton } from '@/ui/Button';
import { Callout } from '@/ui/Callout';
import { Remark } from '@/ui/Page';
import type { Need } from './NeedPage';

/** What the reader can do about this need: the answer differs for a visitor, a firm and the owner. */
export function NeedActions({ need }: { need: Need }) {
  if (need.viewerCan.includes('EDIT')) return <Edit need={need} />;
  if (need.status !== 'OPEN') return null;
  return (
    <Callout title={<Trans>Bạn giải được bài toán này?</Trans>}>
      <p>
        <Trans>Đăng giải pháp để hệ thống chấm độ phù hợp, hoặc gửi đề xuất riêng cho nhu cầu này trước hạn.</Trans>
      </p>
      <Ways need={need} />
      <Remark>
        <Trans>Đề xuất được niêm phong đến hết hạn. Không ai đọc được trước đó, kể cả Liên minh.</Trans>
      </Remark>
    </Callout>
  );
}

function Ways({ need }: { need: Need }) {
  const { viewer } = useSession();
  if (need.viewerCan.includes('PROPOSE')) {
    return (
      <LinkButton to="/de-xuat/moi/$needId" params={{ needId: need.id }} tone="primary">
        <Trans>Soạn đề xuất</Trans>
      </LinkButton>
    );
  }
  if (viewer) {
    return (
      <LinkButton to="/ban-lam-viec" tone="primary">
        <Trans>Mở bàn làm việc</Trans>
      </LinkButton>
    );
  }
  return (
    <>
      <LinkButton to="/dang-ky" tone="primary">
        <Trans>Đăng ký tham gia</Trans>
      </LinkButton>
      <LinkButton to="/dang-nhap" search={{ tiep: `/nhu-cau/${need.id}` }}>
        <Trans>Đã có tài khoản: đăng nhập</Trans>
      </LinkButton>
    </>
  );
}

function Edit({ need }: { need: Need }) {
  return (
    <Callout title={<Trans>Nhu cầu của tổ chức bạn</Trans>}>
      <LinkButton to="/co-quan/nhu-cau/$id/soan" params={{ id: need.id }} tone="primary">
        <Trans>Sửa nhu cầu</Trans>
      </LinkButton>
    </Callout>
  );
}
