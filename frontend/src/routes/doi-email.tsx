import { createFileRoute } from '@tanstack/react-router';
import { EmailChangePage } from '@/features/account';
import { loadAccountMessages } from '@/i18n/activate';

export const Route = createFileRoute('/doi-email')({ beforeLoad: loadAccountMessages, component: EmailChangePage });
