export { JointCallPage } from './JointCallPage';
export { JointCallsPage } from './JointCallsPage';
export { JointCallNotes } from './lazily';
