import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useMutation } from 'urql';
import { appError, describe } from '@/app/errors';
import { signInMethodLabels } from '@/i18n/accountLabels';
import { formatDateTime, formatNumber } from '@/i18n/format';
import { Button } from '@/ui/Button';
import { Soft } from '@/ui/Panel';
import { ReasonDialog } from '@/ui/ReasonDialog';
import { Tag } from '@/ui/Tag';
import { EndOtherSessionsDocument, EndSessionDocument, type AccountDevicesFragment } from './account.gql';
import { AccountSection, Owned, OwnedList, OutcomeNotice } from './parts';
import { useOutcome } from './useOutcome';

type Device = NonNullable<AccountDevicesFragment['sessions']>[number];

/** The rest is shown on request. */
const fewest = 6;

/** Where one is signed in; the present device first, then the one used last. */
export function DeviceSection({ devices }: { devices: Device[] }) {
  const { t, i18n } = useLingui();
  const outcome = useOutcome();
  const [all, setAll] = useState(false);
  const [ending, setEnding] = useState<Device | 'others' | null>(null);
  const [, endOne] = useMutation(EndSessionDocument);
  const [, endOthers] = useMutation(EndOtherSessionsDocument);
  const sorted = devices.toSorted((a, b) => Number(b.current) - Number(a.current));
  const shown = all ? sorted : sorted.slice(0, fewest);
  const nameOf = (device: Device) => device.device ?? t`Thiết bị không rõ`;

  const end = async () => {
    if (ending === null) return null;
    const { error } = ending === 'others' ? await endOthers({}) : await endOne({ input: { sessionId: ending.id } });
    if (error) return describe(appError(error), i18n);
    outcome.succeed(ending === 'others' ? t`Đã đăng xuất mọi thiết bị khác.` : t`Đã đăng xuất thiết bị đó.`);
    setEnding(null);
    return null;
  };

  return (
    <AccountSection id="thiet-bi" title={<Trans>Thiết bị đang đăng nhập</Trans>}>
      <p>
        <Trans>Thấy thiết bị lạ? Hãy đăng xuất nó rồi đổi mật khẩu.</Trans>
      </p>
      <OutcomeNotice outcome={outcome} />
      <OwnedList label={t`Thiết bị đang đăng nhập`}>
        {shown.map((device) => (
          <Owned
            key={device.id}
            name={
              <>
                {nameOf(device)}
                {device.current && (
                  <Tag tone="accent">
                    <Trans>Thiết bị này</Trans>
                  </Tag>
                )}
                {device.strong && (
                  <Tag tone="positive" icon="check">
                    <Trans>Hai bước</Trans>
                  </Tag>
                )}
              </>
            }
            actions={
              device.current ? (
                <Link to="/dang-xuat" search={{}}>
                  <Trans>Đăng xuất</Trans>
                </Link>
              ) : (
                <Button onClick={() => setEnding(device)}>
                  <Trans>
                    Đăng xuất<span className="visually-hidden"> {`${nameOf(device)}, ${formatDateTime(device.signedInAt)}`}</span>
                  </Trans>
                </Button>
              )
            }
          >
            <Soft>
              {i18n._(signInMethodLabels[device.method])} · <Trans>từ {formatDateTime(device.signedInAt)}</Trans>
              {device.address && (
                <>
                  {' '}
                  · <Trans>địa chỉ mạng {device.address}</Trans>
                </>
              )}
              <br />
              <Trans>Dùng lần cuối khoảng {formatDateTime(device.lastUsedAt)}</Trans>
            </Soft>
          </Owned>
        ))}
      </OwnedList>
      {shown.length < sorted.length && (
        <div>
          <Button tone="quiet" onClick={() => setAll(true)}>
            <Trans>Xem tất cả {formatNumber(sorted.length)} thiết bị</Trans>
          </Button>
        </div>
      )}
      {devices.length > 1 && (
        <div>
          <Button tone="danger" onClick={() => setEnding('others')}>
            <Trans>Đăng xuất mọi thiết bị khác</Trans>
          </Button>
        </div>
      )}
      <ReasonDialog
        open={ending !== null}
        title={ending === 'others' ? <Trans>Đăng xuất mọi thiết bị khác?</Trans> : <Trans>Đăng xuất thiết bị này?</Trans>}
        action={<Trans>Đăng xuất</Trans>}
        tone="danger"
        onClose={() => setEnding(null)}
        onConfirm={end}
      >
        <p>
          {ending === 'others' || ending === null ? (
            <Trans>Chỉ còn trình duyệt này đăng nhập. Ai đang dùng thiết bị khác sẽ phải đăng nhập lại.</Trans>
          ) : (
            <Trans>
              <strong>{nameOf(ending)}</strong>, đăng nhập từ {formatDateTime(ending.signedInAt)}, sẽ phải đăng nhập lại.
            </Trans>
          )}
        </p>
      </ReasonDialog>
    </AccountSection>
  );
}
