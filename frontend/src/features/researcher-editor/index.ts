export { ResearcherEditorPage } from './ResearcherEditorPage';
