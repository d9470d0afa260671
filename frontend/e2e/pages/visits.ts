import { readFileSync } from 'node:fs';
import type { APIRequestContext } from '@playwright/test';
import { oneOfEachKind, owners, sentBackDecision } from '../alliance';
import { askAs, seeded } from '../people';
import { letterTo, tokenOf } from '../server';

/** Who looks at which pages; null is a visitor. */
export interface Round {
  who: string;
  email: string | null;
  paths: (request: APIRequestContext) => Promise<string[]>;
}

interface Node {
  id: string;
  status: string;
}
interface Nodes {
  nodes: Node[];
}

const withStatus = ({ nodes }: Nodes, status: string) => {
  const found = nodes.find((node) => node.status === status);
  if (!found) throw new Error(`the seeds have nothing that is ${status}`);
  return found.id;
};

/** A registration whose letter waits to be opened. */
async function registrationToken(request: APIRequestContext): Promise<string> {
  const email = `${crypto.randomUUID()}@bokinh.example`;
  const input = { clientKey: crypto.randomUUID(), email, name: 'Lê Văn Thử', locale: 'VI', newOrganization: { kind: 'DEPT', legalName: { vi: `Sở Thử nghiệm ${email.slice(0, 8)}` } } };
  await askAs(request, null, 'mutation($input: RequestRegistrationInput!) { requestRegistration(input: $input) { email } }', { input });
  return tokenOf(await letterTo(request, email, 'registration', ''));
}

/** One of each kind and state that looks different, found or begun through the API. */
async function visitorsPaths(request: APIRequestContext) {
  const { need, opened, offer, organization, shown, expert, agreements } = await askAs<Record<'need' | 'opened' | 'offer' | 'organization' | 'shown' | 'expert' | 'agreements', Nodes> & { agreements: { nodes: { signedHash: string | null }[] } }>(
    request,
    null,
    '{ need: needs(first: 1, filter: { query: "nuoc thai" }) { nodes { id status } } opened: needs(first: 1, filter: { statuses: [CLOSED] }) { nodes { id status } } offer: offers(first: 1, filter: { query: "camera" }) { nodes { id status } } organization: organizations(first: 1, filter: { query: "hai phong" }) { nodes { id } } shown: organizations(first: 1, filter: { query: "cmc" }) { nodes { id } } expert: researchers(first: 1, filter: { query: "nuoc thai" }) { nodes { id } } agreements(first: 1) { nodes { id status signedHash } } }',
  );
  return [
    '/',
    '/tim-kiem',
    '/tim-kiem?q=chieu+sang+binh+duong&ngon-ngu=vi',
    '/tim-kiem?q=khong-co-gi-nhu-vay&loai=NEED',
    '/nhu-cau',
    '/nhu-cau?q=khong-co-gi-nhu-vay',
    `/nhu-cau/${need.nodes[0]!.id}`,
    '/nhu-cau/need_00000000000000000000000000000000',
    '/giai-phap',
    `/giai-phap/${offer.nodes[0]!.id}`,
    '/to-chuc',
    `/to-chuc/${organization.nodes[0]!.id}`,
    `/to-chuc/${shown.nodes[0]!.id}`,
    '/chuyen-gia',
    '/chuyen-gia?q=khong-co-ai-nhu-vay',
    `/chuyen-gia/${expert.nodes[0]!.id}`,
    '/loi-moi/inv_00000000000000000000000000000000',
    '/dang-nhap',
    '/dang-ky',
    '/dang-ky/hoan-tat',
    `/dang-ky/hoan-tat#${await registrationToken(request)}`,
    '/quen-mat-khau',
    '/dat-lai-mat-khau',
    '/dat-lai-mat-khau#token',
    '/doi-email',
    '/doi-email#token',
    '/khieu-nai',
    '/khieu-nai#token',
    '/roi-danh-sach/list_00000000000000000000000000000000',
    '/dang-xuat?vi=dong-tai-khoan',
    '/gioi-thieu',
    '/tro-nang',
    '/du-lieu-mo',
    '/tu-van-lo-trinh',
    '/loi-moi-chung/jcall_00000000000000000000000000000000',
    `/bien-ban-mo/${opened.nodes[0]!.id}`,
    '/bien-ban-mo/need_00000000000000000000000000000000',
    '/thoa-thuan',
    `/thoa-thuan/${agreements.nodes[0]!.id}`,
    `/thoa-thuan/ban/${agreements.nodes[0]!.signedHash}`,
    '/thoa-thuan/agr_00000000000000000000000000000000',
    `/thoa-thuan/ban/${'0'.repeat(64)}`,
    '/hop-thu',
    '/khong-co-trang-nay',
  ];
}

async function beginNeed(request: APIRequestContext, input: object): Promise<Node> {
  const query = 'mutation($input: CreateNeedInput!) { createNeed(input: $input) { need { id status } } }';
  const { createNeed } = await askAs<{ createNeed: { need: Node } }>(request, seeded.officer, query, { input: { clientKey: crypto.randomUUID(), ...input } });
  return createNeed.need;
}

async function beginProposal(request: APIRequestContext, input: object): Promise<Node> {
  const query = 'mutation($input: CreateProposalInput!) { createProposal(input: $input) { proposal { id status } } }';
  const { createProposal } = await askAs<{ createProposal: { proposal: Node } }>(request, seeded.firm, query, { input: { clientKey: crypto.randomUUID(), ...input } });
  return createProposal.proposal;
}

/** The letter of an invitation, as its sender opens it; asked for twice, it is the one that waits. */
async function invitation(request: APIRequestContext, organizationId: string): Promise<string> {
  const query = 'query($id: ID!) { organization(id: $id) { invitations { id status } } }';
  const { organization } = await askAs<{ organization: { invitations: Node[] } }>(request, seeded.officer, query, { id: organizationId });
  const waiting = organization.invitations.find(({ status }) => status === 'WAITING');
  if (waiting) return `/loi-moi/${waiting.id}`;
  const invite = 'mutation($input: InviteMemberInput!) { inviteMember(input: $input) { invitation { id status } } }';
  const input = { organizationId, email: `${crypto.randomUUID().slice(0, 8)}@bokinh.example`, role: 'VIEWER' };
  const { inviteMember } = await askAs<{ inviteMember: { invitation: Node } }>(request, seeded.officer, invite, { input });
  return `/loi-moi/${inviteMember.invitation.id}`;
}

/** One that she saved; asked for twice, it is the same. */
async function savedSearch(request: APIRequestContext): Promise<string> {
  const input = { clientKey: 'a1b7c1de-0000-4000-8000-000000000001', name: 'Nước thải ở Hải Phòng', query: 'nước thải', filter: { kinds: ['OFFER'], placeIds: ['vn34-31'], budget: { max: '9000000000' } }, frequency: 'WEEKLY' };
  const { saveSearch } = await askAs<{ saveSearch: { savedSearch: { id: string } } }>(request, seeded.officer, 'mutation($input: SaveSearchInput!) { saveSearch(input: $input) { savedSearch { id } } }', { input });
  return `/tim-kiem-da-luu#${saveSearch.savedSearch.id}`;
}

/** The pages of the firm that has certificates and references. */
async function bidderWithPortfolio(request: APIRequestContext) {
  const { viewer } = await askAs<{ viewer: { memberships: { organization: Node }[] } }>(request, seeded.integrator, '{ viewer { memberships { organization { id } } } }');
  const own = `/to-chuc-cua-toi/${viewer.memberships[0]!.organization.id}`;
  return [`${own}/nang-luc`, `${own}/xac-thuc`, `/to-chuc/${viewer.memberships[0]!.organization.id}`];
}

async function officersPaths(request: APIRequestContext) {
  const { viewer, needs, matches, proposals, jointCalls } = await askAs<{ viewer: { memberships: { organization: Node }[] }; needs: Nodes; matches: Nodes; proposals: Nodes; jointCalls: Nodes }>(
    request,
    seeded.officer,
    '{ viewer { memberships { organization { id } } } needs(filter: { mine: true }) { nodes { id status } } matches(filter: { mine: true }) { nodes { id status } } proposals { nodes { id status } } jointCalls(filter: { mine: true }) { nodes { id status } } }',
  );
  const draft =
    needs.nodes.find(({ status }) => status === 'DRAFT') ??
    (await beginNeed(request, {
      organizationId: viewer.memberships[0]!.organization.id,
      content: { title: { vi: 'Giảm tiếng ồn ban đêm quanh cảng', en: 'Less noise at night around the port' }, domains: ['ENV'], budget: { max: '3000000000' } },
    }));
  const own = `/to-chuc-cua-toi/${viewer.memberships[0]!.organization.id}`;
  return [
    '/ban-lam-viec',
    '/ho-so',
    '/ho-so-chuyen-gia',
    '/to-chuc-cua-toi',
    '/to-chuc-cua-toi/them',
    own,
    `${own}/nang-luc`,
    `${own}/thanh-vien`,
    `${own}/xac-thuc`,
    await invitation(request, viewer.memberships[0]!.organization.id),
    '/loi-moi/inv_00000000000000000000000000000000',
    '/tai-khoan',
    '/dang-xuat',
    '/thoa-thuan-cua-toi',
    '/thoa-thuan-cua-toi/agr_00000000000000000000000000000000',
    '/co-quan/nhu-cau',
    '/co-quan/nhu-cau/moi',
    `/co-quan/nhu-cau/${draft.id}/soan`,
    `/co-quan/nhu-cau/${draft.id}/soan?buoc=xem-lai`,
    `/nhu-cau/${withStatus(needs, 'OPEN')}`,
    `/co-quan/de-xuat/${withStatus(needs, 'OPEN')}`,
    `/co-quan/de-xuat/${withStatus(needs, 'CLOSED')}`,
    `/de-xuat/${withStatus(proposals, 'OPENED')}`,
    await savedSearch(request),
    '/danh-gia',
    '/danh-gia/need_00000000000000000000000000000000',
    `/co-quan/danh-gia/${withStatus(needs, 'OPEN')}`,
    '/goi-y',
    `/ket-noi/${withStatus(matches, 'MUTUAL')}`,
    `/ket-noi/${withStatus(matches, 'SUGGESTED')}`,
    '/loi-moi-chung',
    '/loi-moi-chung?trang-thai=DECLINED',
    `/loi-moi-chung/${withStatus(jointCalls, 'PROPOSED')}`,
    `/loi-moi-chung/${withStatus(jointCalls, 'EXPIRED')}`,
  ];
}

async function firmsPaths(request: APIRequestContext) {
  const { viewer, offers, proposals, matches } = await askAs<{
    viewer: { memberships: { organization: Node }[] };
    offers: Nodes;
    proposals: Nodes;
    matches: { nodes: (Node & { need: Node })[] };
  }>(
    request,
    seeded.firm,
    '{ viewer { memberships { organization { id } } } offers(filter: { mine: true }) { nodes { id status } } proposals(filter: { mine: true }) { nodes { id status } } matches(filter: { mine: true }) { nodes { id status need { id status } } } }',
  );
  const open = [...new Set(matches.nodes.filter(({ need }) => need.status === 'OPEN').map(({ need }) => need.id))];
  const proposal =
    proposals.nodes.find(({ status }) => status === 'DRAFT') ??
    (await beginProposal(request, {
      needId: open[0],
      organizationId: viewer.memberships[0]!.organization.id,
      content: { language: 'VI', summary: 'Tóm tắt đang soạn.', approach: '' },
    }));
  const draft = withStatus(offers, 'DRAFT');
  return [
    '/ban-lam-viec',
    '/giai-phap-cua-toi',
    '/giai-phap-cua-toi/moi',
    `/giai-phap-cua-toi/${draft}/soan`,
    `/giai-phap-cua-toi/${draft}/soan?buoc=xem-lai`,
    '/de-xuat',
    `/de-xuat/moi/${open[1]}`,
    `/de-xuat/${proposal.id}/soan`,
    `/de-xuat/${withStatus(proposals, 'OPENED')}`,
    '/de-xuat/prop_00000000000000000000000000000000',
  ];
}

async function moderatorsPaths(request: APIRequestContext) {
  const kinds = await oneOfEachKind(request);
  // What is not hers to decide she may read.
  const { jointCalls } = await askAs<{ jointCalls: Nodes }>(request, seeded.moderator, '{ jointCalls { nodes { id status } } }');
  const items = ['NEED', 'OFFER', 'MATCH', 'REPORT', 'APPEAL', 'MERGE'].flatMap((kind) => kinds.get(kind) ?? []);
  return ['/ban-lam-viec', '/tai-khoan', '/quan-tri', '/quan-tri/mo-de-xuat', '/quan-tri/xem-xet-lai', '/quan-tri/xem-xet-lai/orev_00000000000000000000000000000000', '/quan-tri/dong-co', '/quan-tri?trang-thai=xong', ...items.map((id) => `/quan-tri?muc=${id}`), '/quan-tri?muc=rev_00000000000000000000000000000000', '/loi-moi-chung', `/loi-moi-chung/${jointCalls.nodes[0]!.id}`];
}

async function administratorsPaths(request: APIRequestContext) {
  const kinds = await oneOfEachKind(request);
  const items = ['REGISTRATION', 'VERIFICATION', 'ALLIANCE_MEMBERSHIP', 'APPEAL'].flatMap((kind) => kinds.get(kind) ?? []);
  const { organizations } = await askAs<{ organizations: Nodes }>(request, null, '{ organizations(first: 2) { nodes { id } } }');
  const [one, other] = organizations.nodes;
  return [
    '/quan-tri?pham-vi=tat-ca',
    ...items.map((id) => `/quan-tri?muc=${id}`),
    '/quan-tri/gop',
    `/quan-tri/gop?tu=${one!.id}&vao=${other!.id}`,
    '/quan-tri/nguoi-dung?vai-tro=co',
    '/quan-tri/nguoi-dung?q=khong-co-ai-nhu-vay',
    '/quan-tri/dong-co',
    '/quan-tri/email',
    '/quan-tri/nhat-ky',
    '/quan-tri/nhat-ky?viec=file.removed',
    `/to-chuc/${one!.id}`,
  ];
}

export const rounds: Round[] = [
  { who: 'a visitor', email: null, paths: visitorsPaths },
  { who: 'an officer', email: seeded.officer, paths: officersPaths },
  { who: 'a firm', email: seeded.firm, paths: firmsPaths },
  { who: 'a firm with a portfolio', email: seeded.integrator, paths: bidderWithPortfolio },
  { who: 'an expert', email: seeded.expert, paths: () => Promise.resolve(['/ho-so-chuyen-gia', '/tim-kiem-da-luu']) },
  { who: 'an owner of something sent back', email: owners.sentBack, paths: async (request) => [`/khieu-nai/${await sentBackDecision(request)}`] },
  { who: 'a moderator', email: seeded.moderator, paths: moderatorsPaths },
  { who: 'an administrator', email: seeded.administrator, paths: administratorsPaths },
];

/** The product's addresses as the router knows them, ids as `$`. */
export function addresses(): Set<string> {
  const tree = readFileSync('src/routeTree.gen.ts', 'utf8');
  const listed = /fullPaths:([^]*?)\n {2}fileRoutesByTo/.exec(tree)?.[1] ?? '';
  return new Set([...listed.matchAll(/'([^']+)'/g)].map(([, path]) => pattern(path!)));
}

/** The address that a path belongs to. */
export function pattern(path: string): string {
  return path.replace(/[?#].*/, '').replace(/\$\w+|[a-z]+_[0-9a-f]{32}|[0-9a-f]{64}/g, '$').replace(/(.)\/$/, '$1');
}
