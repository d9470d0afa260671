export { AccountPage } from './AccountPage';
export { EmailChangePage } from './EmailChangePage';
export { LeaveListPage } from './LeaveListPage';
export { SecondFactorNotice } from './SecondFactorNotice';
export { StaffForbidden } from './StaffForbidden';
export { Disclosure, Owned, OwnedList, OutcomeNotice } from './parts';
export { useOutcome, type Outcome } from './useOutcome';
