import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { announce } from '@/ui/Announcer';
import { Button } from '@/ui/Button';

/** Copies a text, and says whether it did; `of` tells several such buttons apart. */
export function CopyButton({ text, of }: { text: string; of?: string }) {
  const { t } = useLingui();
  const [outcome, setOutcome] = useState<'copied' | 'refused' | null>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome('copied');
      announce(t`Đã chép`);
    } catch {
      setOutcome('refused');
      announce(t`Trình duyệt không cho chép. Hãy chọn và chép bằng tay.`);
    }
  };
  return (
    <Button onClick={() => void copy()}>
      {outcome === 'copied' ? <Trans>Đã chép</Trans> : outcome === 'refused' ? <Trans>Không chép được: hãy chép bằng tay</Trans> : <Trans>Chép</Trans>}
      {of && <span className="visually-hidden"> {of}</span>}
    </Button>
  );
}
