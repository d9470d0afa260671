export { SavedSearchesPage } from './SavedSearchesPage';
export { SearchPage } from './SearchPage';
