import { Trans, useLingui } from '@lingui/react/macro';
import { CombinedError } from '@urql/core';
import { useState } from 'react';
import { useMutation } from 'urql';
import { appError, describe } from '@/app/errors';
import { FileField, attachFile, type StoredFile } from '@/features/files';
import { announce } from '@/ui/Announcer';
import { RemoveProposalAttachmentDocument } from './proposals.gql';

/** The server takes no more. */
const most = 10;

interface Props {
  stored: readonly StoredFile[];
  /** Begins the draft where there is none yet. */
  begin: () => Promise<{ id: string } | { problem: string | null }>;
  /** The proposal has another version now. */
  onChanged: (version: number) => void;
}

/** Files that belong to the proposal; each is in the draft as soon as it has arrived. */
export function AttachmentsField({ stored, begin, onChanged }: Props) {
  const { t, i18n } = useLingui();
  const [files, setFiles] = useState<StoredFile[]>([...stored]);
  const [problem, setProblem] = useState<string>();
  const [, remove] = useMutation(RemoveProposalAttachmentDocument);

  const send = async (file: File) => {
    setProblem(undefined);
    const draft = await begin();
    if ('problem' in draft) {
      const { problem: message } = draft;
      return { error: new CombinedError(message ? { graphQLErrors: [{ message, extensions: { code: 'INVALID_INPUT' } }] } : { networkError: new Error('no answer') }) };
    }
    const { value, error } = await attachFile(draft.id, file);
    if (error) return { error };
    onChanged(value.version);
    return { value: value.attachment };
  };

  const change = async (next: StoredFile[]) => {
    const gone = files.filter(({ id }) => !next.some((file) => file.id === id));
    // The same file sent again is the one that is there.
    const kept = next.filter(({ id }, at) => next.findIndex((file) => file.id === id) === at);
    setFiles(kept);
    const draft = gone.length > 0 ? await begin() : null;
    if (!draft || 'problem' in draft) return;
    for (const { id, name } of gone) {
      const { data, error } = await remove({ input: { proposalId: draft.id, attachmentId: id } });
      if (error) {
        setFiles(files);
        setProblem(describe(appError(error), i18n));
        return;
      }
      if (data) onChanged(data.removeProposalAttachment.proposal.version);
      announce(t`Đã bỏ ${name}`);
    }
  };

  return (
    <FileField
      id="attachments"
      send={send}
      label={<Trans>Tệp kèm theo</Trans>}
      hint={<Trans>Bản vẽ, chứng chỉ, thư của ngân hàng. Tệp được mã hóa và niêm phong cùng đề xuất. Đừng ghi giá vào tệp; nếu hội đồng chấm ẩn danh, đừng ghi tên tổ chức vào tệp và tên tệp.</Trans>}
      files={files}
      onChange={(next) => void change(next)}
      most={most}
      error={problem}
    />
  );
}
