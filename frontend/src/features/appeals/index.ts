export { AppealByLinkPage } from './AppealByLinkPage';
export { DecisionPage } from './DecisionPage';
