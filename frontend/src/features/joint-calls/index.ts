export { JointCallPage } from './JointCallPage';
export { JointCallsPage } from './JointCallsPage';
export { JointCallWaits, PartOfJointCall } from './lazily';
