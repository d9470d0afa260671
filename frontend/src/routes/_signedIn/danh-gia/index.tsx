import { createFileRoute } from '@tanstack/react-router';
import { MyEvaluationsPage } from '@/features/evaluations';

export const Route = createFileRoute('/_signedIn/danh-gia/')({ component: MyEvaluationsPage });
