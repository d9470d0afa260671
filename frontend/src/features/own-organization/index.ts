export { AddOrganizationPage } from './AddOrganizationPage';
export { MyOrganizationsPage } from './MyOrganizationsPage';
export { OwnPeoplePage } from './PeoplePage';
export { OwnPortfolioPage } from './PortfolioPage';
export { OwnProfilePage } from './ProfilePage';
export { OwnVerificationPage } from './VerificationPage';
