import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { saveFile } from '@/app/download';
import { Button } from '@/ui/Button';
import { exportName, fetchExport } from './exportData';
import { AccountSection, OutcomeNotice } from './parts';
import { useOutcome } from './useOutcome';

export function ExportSection() {
  const { t } = useLingui();
  const outcome = useOutcome();
  const [busy, setBusy] = useState(false);
  const save = async () => {
    if (busy) return;
    outcome.clear();
    setBusy(true);
    const data = await fetchExport();
    setBusy(false);
    if (!data) return outcome.remark({ field: null, message: t`Chưa tải được dữ liệu. Hãy thử lại.` });
    saveFile(exportName, data);
    outcome.succeed(t`Đã tải tệp ${exportName}.`);
  };
  return (
    <AccountSection id="du-lieu" title={<Trans>Dữ liệu của bạn</Trans>}>
      <p>
        <Trans>Mọi điều i-Forum lưu về bạn, trong một tệp JSON: hồ sơ, tổ chức, thiết bị, thư đã gửi cho bạn, những gì bạn đã làm. Mật khẩu và các mã bí mật không nằm trong tệp.</Trans>
      </p>
      <OutcomeNotice outcome={outcome} />
      <div>
        <Button busy={busy} onClick={() => void save()}>
          {busy ? <Trans>Đang tải…</Trans> : <Trans>Tải dữ liệu của tôi</Trans>}
        </Button>
      </div>
    </AccountSection>
  );
}
