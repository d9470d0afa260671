import { createFileRoute } from '@tanstack/react-router';

export const Route = createFileRoute('/_signedIn/giai-phap-cua-toi/_soan/$id/soan')({});
