export { OpeningPanel } from './OpeningPanel';
export { OpeningRecordPage } from './OpeningRecordPage';
export { WaitingOpeningsPage } from './WaitingOpeningsPage';
export { OpeningOfNeedDocument } from './openings.gql';
