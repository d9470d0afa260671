import { createFileRoute } from '@tanstack/react-router';
import { CompletePage } from '@/features/registration';
import { loadAccountMessages } from '@/i18n/activate';

export const Route = createFileRoute('/dang-ky/hoan-tat')({ beforeLoad: loadAccountMessages, component: CompletePage });
