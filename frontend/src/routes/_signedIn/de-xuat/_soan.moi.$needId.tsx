import { createFileRoute } from '@tanstack/react-router';

export const Route = createFileRoute('/_signedIn/de-xuat/_soan/moi/$needId')({});
