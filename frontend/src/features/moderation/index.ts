export { AgeTag } from './AgeTag';
export { QueuePage } from './QueuePage';
