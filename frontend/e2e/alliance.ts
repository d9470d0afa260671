import type { APIRequestContext } from '@playwright/test';
import { askAs, seeded } from './people';

/** What the alliance decides on, begun through the API. */

interface Named {
  id: string;
}

const found = <Thing>(thing: Thing | null | undefined, what: string): Thing => {
  if (!thing) throw new Error(`the seeds have no ${what}`);
  return thing;
};

export const owners = {
  /** A need of hers was sent back. */
  sentBack: 'officer@quangninh.example',
  /** Verified, and not in the alliance. */
  outside: 'sales@hpe.example',
  /** Its verification waits, without papers. */
  unverified: 'park@namcaukien.example',
};

/** An organisation by a word of its name. */
export async function organizationOf(request: APIRequestContext, words: string): Promise<string> {
  const { organizations } = await askAs<{ organizations: { nodes: Named[] } }>(request, null, 'query($query: String!) { organizations(first: 1, filter: { query: $query }) { nodes { id } } }', { query: words });
  return found(organizations.nodes[0], words).id;
}

/** Says as somebody that something breaks a rule. */
export async function report(request: APIRequestContext, by: string, about: { needId?: string; offerId?: string; organizationId?: string }, text: string) {
  const input = { clientKey: crypto.randomUUID(), rule: 'MISLEADING', text, ...about };
  await askAs(request, by, 'mutation($input: ReportAbuseInput!) { reportAbuse(input: $input) { reported } }', { input });
}

/** The decision by which a need was sent back, as its owner sees it. */
export async function sentBackDecision(request: APIRequestContext): Promise<string> {
  const { needs } = await askAs<{ needs: { nodes: { lastReview: Named | null }[] } }>(request, owners.sentBack, '{ needs(filter: { mine: true, statuses: [CHANGES_REQUESTED] }) { nodes { lastReview { id } } } }');
  return found(needs.nodes[0]?.lastReview, 'need that was sent back').id;
}

export async function proposeMerge(request: APIRequestContext, from: string, into: string, reason: string, by = seeded.administrator): Promise<string> {
  const input = { clientKey: crypto.randomUUID(), fromId: from, intoId: into, reason };
  const { proposeMerge: made } = await askAs<{ proposeMerge: { review: Named } }>(request, by, 'mutation($input: ProposeMergeInput!) { proposeMerge(input: $input) { review { id } } }', { input });
  return made.review.id;
}

interface Waiting {
  id: string;
  kind: string;
}

/** One of each kind that waits, by its kind; what the seeds lack is begun. */
export async function oneOfEachKind(request: APIRequestContext): Promise<Map<string, string>> {
  const waiting = async () => {
    const { reviews } = await askAs<{ reviews: { nodes: Waiting[] } }>(request, seeded.moderator, '{ reviews(first: 100, filter: { waiting: true }) { nodes { id kind } } }');
    return new Map(reviews.nodes.map(({ id, kind }) => [kind, id]));
  };
  const before = await waiting();
  if (!before.has('REPORT')) {
    const { offers } = await askAs<{ offers: { nodes: Named[] } }>(request, null, '{ offers(first: 1, filter: { query: "camera" }) { nodes { id } } }');
    await report(request, seeded.officer, { offerId: found(offers.nodes[0], 'offer').id }, 'Số liệu về độ chính xác không có nguồn. Bản công bố của chính hãng ghi một con số khác.');
  }
  if (!before.has('APPEAL')) {
    const input = { reviewId: await sentBackDecision(request), text: 'Nhu cầu đã nêu chỉ số đo được ở mục mô tả; xin xem lại.' };
    await askAs(request, owners.sentBack, 'mutation($input: AppealInput!) { appeal(input: $input) { review { id } } }', { input });
  }
  if (!before.has('ALLIANCE_MEMBERSHIP')) {
    const input = { organizationId: await organizationOf(request, 'hewlett packard'), text: 'Chúng tôi góp chuyên gia và phòng thử nghiệm cho các địa phương thành viên.' };
    await askAs(request, owners.outside, 'mutation($input: ApplyForAllianceInput!) { applyForAlliance(input: $input) { organization { id } } }', { input });
  }
  if (!before.has('MERGE')) {
    await proposeMerge(request, await organizationOf(request, 'dell'), await organizationOf(request, 'fortinet'), 'Hai hồ sơ dùng chung một mã số thuế (thử nghiệm).');
  }
  return waiting();
}
