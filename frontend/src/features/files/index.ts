export { FileField } from './FileField';
export { FileLink } from './FileLink';
export { saveStoredFile } from './transfer';
export type { StoredFile } from './transfer';
