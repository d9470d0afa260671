export { BriefFields } from './BriefFields';
export { NeedFlags } from './NeedFlags';
export { NeedNotes } from './lazily';
export { briefOf, briefValuesOf, emptyIndicator, type BriefValues } from './brief';
