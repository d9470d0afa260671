import { createFileRoute } from '@tanstack/react-router';
import { SignOutPage } from '@/features/session';

export const Route = createFileRoute('/dang-xuat')({ component: SignOutPage });
