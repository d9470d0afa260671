export { ForgotPasswordPage } from './ForgotPasswordPage';
export { LinkOver } from './LinkOver';
export { NoLetter } from './NoLetter';
export { ResetPasswordPage } from './ResetPasswordPage';
