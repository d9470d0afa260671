import { createFileRoute } from '@tanstack/react-router';
import { MyOrganizationsPage } from '@/features/own-organization';

export const Route = createFileRoute('/_signedIn/to-chuc-cua-toi/')({ component: MyOrganizationsPage });
