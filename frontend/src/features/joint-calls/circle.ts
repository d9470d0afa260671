import type { JointCallAnswer, JointCallPartAction } from '@/graphql-types';

interface Part {
  answer: JointCallAnswer | null;
  viewerCan: readonly JointCallPartAction[];
}

/** Still part of it: not declined, not gone. Outsiders are told no answers, and see only parts that are in. */
export const stays = ({ answer }: Part) => answer === null || answer === 'WAITING' || answer === 'CONSENTED';

/** The reader's answer is waited for. */
export const waitsForViewer = (parts: readonly Part[]) => parts.some(({ viewerCan }) => viewerCan.includes('CONSENT'));

/** The reader has consented for all needs that are hers, and others have not answered. */
export const viewerConsented = (parts: readonly Part[]) => !waitsForViewer(parts) && parts.some(({ viewerCan }) => viewerCan.includes('DECLINE'));
