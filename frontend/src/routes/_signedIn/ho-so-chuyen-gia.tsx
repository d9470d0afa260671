import { createFileRoute } from '@tanstack/react-router';
import { ResearcherEditorPage } from '@/features/researcher-editor';

export const Route = createFileRoute('/_signedIn/ho-so-chuyen-gia')({ component: ResearcherEditorPage });
