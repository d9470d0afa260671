export { CriteriaEditor } from './CriteriaEditor';
export { EvaluationPage } from './EvaluationPage';
export { MyEvaluationsPage } from './MyEvaluationsPage';
export { Outcome } from './Outcome';
export { OutcomeReviewPage, OutcomeReviewsPage } from './ReviewPages';
export { useHasCriteria } from './useHasCriteria';
export { NeedCriteria } from './lazily';
