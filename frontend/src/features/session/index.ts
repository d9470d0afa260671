export { SignInForm } from './SignInForm';
export { SignInPage } from './SignInPage';
export { SignOutPage } from './SignOutPage';
