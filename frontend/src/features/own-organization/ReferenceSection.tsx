import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useMutation } from 'urql';
import { appError, describe } from '@/app/errors';
import { OutcomeNotice, useOutcome } from '@/features/account';
import { ReferenceList } from '@/features/portfolio';
import { localized } from '@/i18n/bilingual';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { EmptyState } from '@/ui/EmptyState';
import { Section } from '@/ui/Page';
import { ReasonDialog } from '@/ui/ReasonDialog';
import styles from './Own.module.css';
import { RemoveReferenceDocument, type OwnPortfolioQuery } from './own-organization.gql';
import { ReferenceForm } from './ReferenceForm';

export type OwnReference = NonNullable<OwnPortfolioQuery['organization']>['references'][number];

interface Props {
  organizationId: string;
  references: OwnReference[];
  edits: boolean;
}

export function ReferenceSection({ organizationId, references, edits }: Props) {
  const { t, i18n } = useLingui();
  const outcome = useOutcome();
  const [editing, setEditing] = useState<OwnReference | 'new' | null>(null);
  const [removing, setRemoving] = useState<OwnReference | null>(null);
  const [, remove] = useMutation(RemoveReferenceDocument);
  const add = (
    <Button
      onClick={() => {
        outcome.clear();
        setEditing('new');
      }}
    >
      <Trans>Thêm việc đã làm</Trans>
    </Button>
  );
  return (
    <Section title={<Trans>Việc đã làm</Trans>}>
      <OutcomeNotice outcome={outcome} />
      {references.length === 0 ? (
        <EmptyState title={<Trans>Chưa kể việc nào</Trans>} action={edits && add}>
          <Trans>Dự án đã hoàn thành, cho ai, ở đâu, năm nào. Chỉ kể việc mà khách hàng đồng ý cho nêu tên.</Trans>
        </EmptyState>
      ) : (
        <>
          <ReferenceList
            references={references}
            renderMore={(reference) =>
              edits && (
                <div className={styles['do']}>
                  <Button tone="quiet" onClick={() => setEditing(reference)}>
                    <Trans>
                      Sửa<span className="visually-hidden">: {localized(reference.project).text}</span>
                    </Trans>
                  </Button>
                  <Button tone="danger" onClick={() => setRemoving(reference)}>
                    <Trans context="item">
                      Gỡ<span className="visually-hidden"> {localized(reference.project).text}</span>
                    </Trans>
                  </Button>
                </div>
              )
            }
          />
          {edits && <div>{add}</div>}
        </>
      )}
      <Dialog open={editing !== null} title={editing === 'new' ? <Trans>Thêm việc đã làm</Trans> : <Trans>Sửa việc đã làm</Trans>} onClose={() => setEditing(null)}>
        {editing && (
          <ReferenceForm
            organizationId={organizationId}
            reference={editing === 'new' ? null : editing}
            onClose={() => setEditing(null)}
            onDone={() => {
              outcome.succeed(editing === 'new' ? t`Đã thêm việc đã làm.` : t`Đã lưu việc đã làm.`);
              setEditing(null);
            }}
          />
        )}
      </Dialog>
      <ReasonDialog
        open={removing !== null}
        title={<Trans>Gỡ việc đã làm?</Trans>}
        action={<Trans>Gỡ khỏi trang</Trans>}
        tone="danger"
        onClose={() => setRemoving(null)}
        onConfirm={async () => {
          const { error } = await remove({ input: { referenceId: removing?.id ?? '' } });
          if (error) return describe(appError(error), i18n);
          setRemoving(null);
          outcome.succeed(t`Đã gỡ việc đã làm.`);
          return null;
        }}
      >
        <p>
          <Trans>
            <strong>{removing && localized(removing.project).text}</strong> biến khỏi trang công khai. Không khôi phục được.
          </Trans>
        </p>
      </ReasonDialog>
    </Section>
  );
}
