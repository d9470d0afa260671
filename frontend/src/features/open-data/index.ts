export { OpenDataPage } from './OpenDataPage';
