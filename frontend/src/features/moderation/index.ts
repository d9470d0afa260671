export { AgeTag } from './AgeTag';
export { DecisionDialog } from './DecisionDialog';
export { DecisionTag } from './Marks';
export { MergePage } from './MergePage';
export { QueuePage } from './QueuePage';
export { titleOf } from './titles';
