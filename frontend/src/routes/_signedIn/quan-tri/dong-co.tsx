import { createFileRoute } from '@tanstack/react-router';
import { EnginePage } from '@/features/engine';

export const Route = createFileRoute('/_signedIn/quan-tri/dong-co')({ component: EnginePage });
