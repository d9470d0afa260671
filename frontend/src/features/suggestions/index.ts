export { Suggestions } from './Suggestions';
