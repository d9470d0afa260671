export { OrganizationBadges } from './Badges';
export { CertificateList } from './Certificates';
export { ReferenceList } from './References';
export { WebLink } from './WebLink';
