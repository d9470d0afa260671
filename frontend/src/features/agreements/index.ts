export { AgreementPage } from './AgreementPage';
export { BeginAgreement } from './BeginAgreement';
export { MyAgreementsPage } from './MyAgreementsPage';
