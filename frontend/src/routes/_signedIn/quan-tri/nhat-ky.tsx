import { createFileRoute } from '@tanstack/react-router';
import { AuditPage } from '@/features/administration';

export const Route = createFileRoute('/_signedIn/quan-tri/nhat-ky')({ component: AuditPage });
