export { SubjectLink } from './SubjectLink';
export { actionLabel, actionsOf, actorLabel, detailOf, familyLabels, subjectOf } from './records';
