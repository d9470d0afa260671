import { createFileRoute } from '@tanstack/react-router';
import { AddOrganizationPage } from '@/features/own-organization';

export const Route = createFileRoute('/_signedIn/to-chuc-cua-toi/them')({ component: AddOrganizationPage });
