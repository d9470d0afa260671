import { Trans } from '@lingui/react/macro';
import { useLingui } from '@lingui/react';
import { useState, type ReactNode } from 'react';
import { appError, describe } from '@/app/errors';
import { saveStoredFile } from '@/features/files';
import { Button } from '@/ui/Button';
import { Icon } from '@/ui/Icon';

/** The agreement as a PDF: fetched with the reader's token, if she has one, then saved. */
export function PaperLink({ path, name, children }: { path: string; name: string; children?: ReactNode }) {
  const { i18n } = useLingui();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const save = async () => {
    setBusy(true);
    setProblem(null);
    const error = await saveStoredFile({ path, name });
    setBusy(false);
    setProblem(error ? describe(appError(error), i18n) : null);
  };
  return (
    <>
      <Button className="no-print" busy={busy} onClick={save}>
        <Icon name="print" />
        {children ?? <Trans>Tải bản PDF</Trans>}
      </Button>
      {problem && <p role="alert">{problem}</p>}
    </>
  );
}
