export { ConsortiumPanel } from './ConsortiumPanel';
export { InvitationsToPropose } from './InvitationsToPropose';
