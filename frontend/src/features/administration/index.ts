export { AuditPage } from './AuditPage';
export { EmailsPage } from './EmailsPage';
