import { createFileRoute } from '@tanstack/react-router';
import { RegisterPage } from '@/features/session';

export const Route = createFileRoute('/dang-ky')({ component: RegisterPage });
