export { WorkspaceFrame } from './WorkspaceFrame';
