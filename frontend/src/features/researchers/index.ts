export { ResearcherPage } from './ResearcherPage';
export { ResearchersPage } from './ResearchersPage';
