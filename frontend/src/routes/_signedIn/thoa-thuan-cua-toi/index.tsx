import { createFileRoute } from '@tanstack/react-router';
import { MyAgreementsPage } from '@/features/agreements';

export const Route = createFileRoute('/_signedIn/thoa-thuan-cua-toi/')({ component: MyAgreementsPage });
