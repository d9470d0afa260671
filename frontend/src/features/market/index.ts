export { EditorAdvice, NeedSuggestions } from './lazily';
