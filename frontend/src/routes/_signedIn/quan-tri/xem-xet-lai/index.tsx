import { createFileRoute } from '@tanstack/react-router';
import { OutcomeReviewsPage } from '@/features/evaluations';

export const Route = createFileRoute('/_signedIn/quan-tri/xem-xet-lai/')({ component: OutcomeReviewsPage });
