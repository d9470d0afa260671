export { Conduct, HiddenNotice, SuspendedNotice } from './lazily';
