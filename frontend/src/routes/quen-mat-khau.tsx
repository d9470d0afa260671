import { createFileRoute } from '@tanstack/react-router';
import { ForgotPasswordPage } from '@/features/recovery';
import { loadAccountMessages } from '@/i18n/activate';

export const Route = createFileRoute('/quen-mat-khau')({ beforeLoad: loadAccountMessages, component: ForgotPasswordPage });
