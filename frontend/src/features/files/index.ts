export { FileField } from './FileField';
export { FileLink } from './FileLink';
export { attachFile, saveStoredFile, uploadFile } from './transfer';
export type { StoredFile } from './transfer';
