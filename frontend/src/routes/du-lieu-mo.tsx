import { createFileRoute } from '@tanstack/react-router';
import { OpenDataPage } from '@/features/open-data';
import { loadDirectoryMessages } from '@/i18n/activate';

export const Route = createFileRoute('/du-lieu-mo')({ beforeLoad: () => loadDirectoryMessages(), component: OpenDataPage });
