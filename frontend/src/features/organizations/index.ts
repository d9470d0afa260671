export { OrganizationPage } from './OrganizationPage';
export { OrganizationsPage } from './OrganizationsPage';
export { organizationSearch } from './search';
