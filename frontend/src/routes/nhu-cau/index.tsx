import { createFileRoute } from '@tanstack/react-router';
import { NeedsPage } from '@/features/needs';

export const Route = createFileRoute('/nhu-cau/')({ component: NeedsPage });
