import { createFileRoute } from '@tanstack/react-router';
import { SavedSearchesPage } from '@/features/search';
import { loadSearchMessages } from '@/i18n/activate';

export const Route = createFileRoute('/_signedIn/tim-kiem-da-luu')({
  beforeLoad: loadSearchMessages,
  component: SavedSearchesPage,
});
