export { CompletePage } from './CompletePage';
export { RegisterPage } from './RegisterPage';
