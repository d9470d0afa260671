import { Trans } from '@lingui/react/macro';
import { FileLink } from '@/features/files';
import { Section } from '@/ui/Page';
import type { AttachmentShownFragment } from './content.gql';

/** Files that belong to a proposal; nothing where there are none. */
export function AttachmentsShown({ attachments }: { attachments: readonly AttachmentShownFragment[] }) {
  if (attachments.length === 0) return null;
  return (
    <Section title={<Trans>Tệp kèm theo</Trans>}>
      <ul>
        {attachments.map((file) => (
          <li key={file.id}>
            <FileLink file={file} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
