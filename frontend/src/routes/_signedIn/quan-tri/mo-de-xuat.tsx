import { createFileRoute } from '@tanstack/react-router';
import { WaitingOpeningsPage } from '@/features/openings';

export const Route = createFileRoute('/_signedIn/quan-tri/mo-de-xuat')({ component: WaitingOpeningsPage });
