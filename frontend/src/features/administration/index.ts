export { AuditPage } from './AuditPage';
export { EmailsPage } from './EmailsPage';
export { PeoplePage } from './PeoplePage';
