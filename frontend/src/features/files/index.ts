export { FileField } from './FileField';
export { FileLink } from './FileLink';
export type { StoredFile } from './transfer';
