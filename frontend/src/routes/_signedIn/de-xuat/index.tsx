import { createFileRoute } from '@tanstack/react-router';
import { MyProposalsPage } from '@/features/proposals';

export const Route = createFileRoute('/_signedIn/de-xuat/')({ component: MyProposalsPage });
