import { createFileRoute } from '@tanstack/react-router';

export const Route = createFileRoute('/_signedIn/co-quan/nhu-cau/_soan/$id/soan')({});
