export { ComposerPage } from './ComposerPage';
export { MyProposalsPage } from './MyProposalsPage';
export { ProposalPage } from './ProposalPage';
export { ProposalsOfNeedPage } from './ProposalsOfNeedPage';
