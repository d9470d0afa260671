export { MyNeedsPage } from './MyNeedsPage';
export { NeedEditorPage } from './NeedEditorPage';
