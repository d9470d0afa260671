import { createFileRoute } from '@tanstack/react-router';
import { ResetPasswordPage } from '@/features/recovery';
import { loadAccountMessages } from '@/i18n/activate';

export const Route = createFileRoute('/dat-lai-mat-khau')({ beforeLoad: loadAccountMessages, component: ResetPasswordPage });
