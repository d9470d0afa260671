export { AgreementPage } from './AgreementPage';
export { BeginAgreement } from './BeginAgreement';
export { MyAgreementsPage } from './MyAgreementsPage';
export { AgreementsPage, PublicAgreementPage } from './PublicPages';
export { VersionCheckPage } from './VersionCheckPage';
