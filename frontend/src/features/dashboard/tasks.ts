import type { Bilingual } from '@/i18n/bilingual';
import type { DashboardQuery } from './dashboard.gql';

export type Task =
  | { kind: 'sentBack' | 'draft' | 'openProposals' | 'startEvaluation' | 'decide' | 'closingSoon'; id: string; title: Bilingual; at: string | null }
  | { kind: 'offerRejected' | 'offerDraft' | 'offerExpired'; id: string; title: Bilingual; at: string | null }
  | { kind: 'answerMatch'; id: string; title: Bilingual; with: Bilingual; at: string | null }
  | { kind: 'proposalDraft'; id: string; title: Bilingual; at: string | null };

/** What somebody else waits for comes first, what only the reader waits for last. */
const order: Task['kind'][] = [
  'answerMatch',
  'openProposals',
  'startEvaluation',
  'decide',
  'sentBack',
  'offerRejected',
  'proposalDraft',
  'closingSoon',
  'draft',
  'offerDraft',
  'offerExpired',
];

const threeDays = 3 * 24 * 3_600_000;

/** The reader's work, from what the server says may be done now. */
export function tasksOf(data: DashboardQuery, now: number): Task[] {
  const needs = (data.needs?.nodes ?? []).flatMap(({ id, title, status, closesAt, viewerCan, proposals }): Task[] => {
    if (status === 'CHANGES_REQUESTED') return [{ kind: 'sentBack', id, title, at: null }];
    if (status === 'DRAFT' && viewerCan.includes('EDIT')) return [{ kind: 'draft', id, title, at: null }];
    if (viewerCan.includes('OPEN_PROPOSALS')) return [{ kind: 'openProposals', id, title, at: closesAt }];
    if (viewerCan.includes('START_EVALUATION')) return [{ kind: 'startEvaluation', id, title, at: closesAt }];
    // Also after one was selected: the others wait for their answer.
    if (proposals.nodes.some((proposal) => proposal.viewerCan.includes('DECIDE'))) return [{ kind: 'decide', id, title, at: closesAt }];
    if (status === 'OPEN' && closesAt && Date.parse(closesAt) - now < threeDays) return [{ kind: 'closingSoon', id, title, at: closesAt }];
    return [];
  });
  const offers = (data.offers?.nodes ?? []).flatMap(({ id, title, status, viewerCan, expiresAt }): Task[] => {
    if (!viewerCan.includes('EDIT')) return [];
    if (status === 'REJECTED') return [{ kind: 'offerRejected', id, title, at: null }];
    if (status === 'EXPIRED') return [{ kind: 'offerExpired', id, title, at: expiresAt }];
    return status === 'DRAFT' ? [{ kind: 'offerDraft', id, title, at: null }] : [];
  });
  const matches = data.matches.nodes.flatMap(({ id, viewerCan, viewerSides, need, offer, updatedAt }): Task[] => {
    if (!viewerCan.includes('ACCEPT')) return [];
    const [own, other] = viewerSides.includes('NEED') ? [need, offer] : [offer, need];
    return [{ kind: 'answerMatch', id, title: own.title, with: other.organization.legalName, at: updatedAt }];
  });
  const proposals = (data.proposals?.nodes ?? []).flatMap(({ id, status, need }): Task[] =>
    status === 'DRAFT' && need.closesAt && Date.parse(need.closesAt) > now ? [{ kind: 'proposalDraft', id, title: need.title, at: need.closesAt }] : [],
  );
  return [...needs, ...offers, ...matches, ...proposals].toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}
