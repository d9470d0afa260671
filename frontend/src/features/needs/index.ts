export { NeedCard } from './NeedCard';
export { NeedPage } from './NeedPage';
export { NeedsPage } from './NeedsPage';
