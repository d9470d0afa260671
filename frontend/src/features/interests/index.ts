export { NeedInterests } from './lazily';
