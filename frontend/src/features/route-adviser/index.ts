export { RouteAdviserPage } from './RouteAdviserPage';
