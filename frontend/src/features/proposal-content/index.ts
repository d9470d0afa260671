export { AttachmentsShown } from './AttachmentsShown';
export { SectionsShown } from './SectionsShown';
export type { AttachmentShownFragment, SectionShownFragment } from './content.gql';
