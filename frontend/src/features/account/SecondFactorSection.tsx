import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { appError, describe } from '@/app/errors';
import { useConfirmedMutation } from '@/features/credentials';
import { formatDateTime } from '@/i18n/format';
import { Button } from '@/ui/Button';
import { Notice, Soft } from '@/ui/Panel';
import { ReasonDialog } from '@/ui/ReasonDialog';
import { Tag } from '@/ui/Tag';
import { RemoveTotpDocument, RenewRecoveryCodesDocument } from './account.gql';
import { AccountSection, Owned, OwnedList, OutcomeNotice } from './parts';
import { hasSecondFactor, type Credentials } from './PasswordSection';
import { TotpSetup } from './TotpSetup';
import { useOutcome } from './useOutcome';

const fewCodes = 3;

interface Props {
  credentials: Credentials;
  /** With recovery codes when there are fresh ones. */
  onChanged: (codes: string[]) => void;
}

/** The authenticator app and the codes for the day on which it is lost. */
export function SecondFactorSection({ credentials, onChanged }: Props) {
  const { t, i18n } = useLingui();
  const outcome = useOutcome();
  const [asking, setAsking] = useState<'remove' | 'renew' | null>(null);
  const [setting, setSetting] = useState(false);
  const [, remove] = useConfirmedMutation(RemoveTotpDocument);
  const [, renew] = useConfirmedMutation(RenewRecoveryCodesDocument);
  const { totpEnabledAt, recoveryCodesLeft, secondFactorRequired } = credentials;
  const set = hasSecondFactor(credentials);

  return (
    <AccountSection id="buoc-hai" title={<Trans>Bước xác thực thứ hai</Trans>}>
      <p>
        <Trans>Sau mật khẩu, i-Forum hỏi thêm một điều mà kẻ đoán được mật khẩu không có: mã trên điện thoại của bạn, hoặc khóa truy cập.</Trans>
      </p>
      {secondFactorRequired && !set && (
        <Notice tone="warning">
          <p>
            <Trans>Vai trò của bạn ở Liên minh, hoặc tổ chức của bạn, yêu cầu bước này. Khi chưa có, bạn chưa dùng được các quyền đó.</Trans>
          </p>
        </Notice>
      )}
      <OutcomeNotice outcome={outcome} />
      <OwnedList label={t`Bước xác thực thứ hai`}>
        <Owned
          name={
            <>
              <Trans>Ứng dụng xác thực</Trans>
              {totpEnabledAt ? (
                <Tag tone="positive" icon="check">
                  <Trans>Đang bật</Trans>
                </Tag>
              ) : (
                <Tag tone="neutral" icon="cross">
                  <Trans>Chưa có</Trans>
                </Tag>
              )}
            </>
          }
          actions={
            totpEnabledAt ? (
              <Button tone="danger" onClick={() => setAsking('remove')}>
                <Trans>Gỡ ứng dụng</Trans>
              </Button>
            ) : (
              <Button aria-expanded={setting} tone={setting ? 'quiet' : set ? 'secondary' : 'primary'} onClick={() => setSetting(!setting)}>
                {setting ? <Trans>Đóng lại</Trans> : <Trans>Thêm ứng dụng xác thực</Trans>}
              </Button>
            )
          }
        >
          <Soft>
            {totpEnabledAt ? (
              <Trans>Từ {formatDateTime(totpEnabledAt)}.</Trans>
            ) : (
              <Trans>Ứng dụng nào theo chuẩn TOTP cũng được: Google Authenticator, Microsoft Authenticator, Aegis, 1Password…</Trans>
            )}
          </Soft>
        </Owned>
        {set && (
          <Owned
            name={
              <>
                <Trans>Mã khôi phục</Trans>
                <Tag tone={recoveryCodesLeft < fewCodes ? 'warning' : 'neutral'} icon={recoveryCodesLeft < fewCodes ? 'warning' : 'key'}>
                  <Plural value={recoveryCodesLeft} one="còn # mã" other="còn # mã" />
                </Tag>
              </>
            }
            actions={
              <Button tone={recoveryCodesLeft < fewCodes ? 'primary' : 'secondary'} onClick={() => setAsking('renew')}>
                <Trans>Tạo bộ mã mới</Trans>
              </Button>
            }
          >
            <Soft>
              {recoveryCodesLeft < fewCodes ? (
                <Trans>Sắp hết mã. Hãy tạo bộ mới trước khi bạn cần đến.</Trans>
              ) : (
                <Trans>Dùng khi mất điện thoại hoặc khóa truy cập. Mỗi mã dùng một lần.</Trans>
              )}
            </Soft>
          </Owned>
        )}
      </OwnedList>
      {setting && !totpEnabledAt && (
        <TotpSetup
          onEnabled={(codes) => {
            setSetting(false);
            outcome.succeed(t`Đã bật ứng dụng xác thực.`);
            onChanged(codes);
          }}
        />
      )}
      <ReasonDialog
        open={asking === 'remove'}
        title={<Trans>Gỡ ứng dụng xác thực?</Trans>}
        action={<Trans>Gỡ ứng dụng</Trans>}
        tone="danger"
        onClose={() => setAsking(null)}
        onConfirm={async () => {
          const { error } = await remove({});
          if (error) return describe(appError(error), i18n);
          setAsking(null);
          outcome.succeed(t`Đã gỡ ứng dụng xác thực.`);
          onChanged([]);
          return null;
        }}
      >
        <p>
          {credentials.passkeys.length > 0 ? (
            <Trans>Sau đó, bước thứ hai chỉ còn là khóa truy cập.</Trans>
          ) : (
            <Trans>Sau đó, chỉ còn mật khẩu bảo vệ tài khoản, và các mã khôi phục không dùng được nữa.</Trans>
          )}
        </p>
      </ReasonDialog>
      <ReasonDialog
        open={asking === 'renew'}
        title={<Trans>Tạo bộ mã khôi phục mới?</Trans>}
        action={<Trans>Tạo bộ mã mới</Trans>}
        onClose={() => setAsking(null)}
        onConfirm={async () => {
          const { data, error } = await renew({});
          if (error) return describe(appError(error), i18n);
          setAsking(null);
          if (data) onChanged(data.renewRecoveryCodes.recoveryCodes);
          return null;
        }}
      >
        <p>
          <Trans>Mười mã mới thay thế các mã cũ; mã cũ không dùng được nữa.</Trans>
        </p>
      </ReasonDialog>
    </AccountSection>
  );
}
