export { CompletePage } from './CompletePage';
export { RegisterPage } from './RegisterPage';
export { ExistingOrganization } from './ExistingOrganization';
export { NewOrganization } from './NewOrganization';
export { SimilarName } from './SimilarName';
export { blank, newOrganizationInput, type Registration } from './registration';
