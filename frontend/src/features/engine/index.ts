export { EnginePage } from './EnginePage';
