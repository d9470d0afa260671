import type { APIRequestContext } from '@playwright/test';
import { draftAndSend, setUpTotp, sign } from '../agreeing';
import { audit, expect, section, settled, test } from '../audit';
import { agreeAndApprove, confirm, discloseAll, score, seatPanel, startEvaluation } from '../evaluating';
import { askAs, newcomer, organizationOf, ownPassword, readOn, seeded, sendInAs, signIn, type Person } from '../people';
import { letterTo, linkOf, pass, serverTime, type Letter } from '../server';
import { words } from '../words';

const vi = words('vi');
const days = 24 * 3600;

const as = <Data>(request: APIRequestContext, person: Person, query: string, variables: object) => askAs<Data>(request, person.email, query, variables, ownPassword);

/** A need that is open for proposals, judged by a solution and a price. */
async function openNeed(request: APIRequestContext, officer: Person, title: string): Promise<string> {
  const closesAt = new Date((await serverTime(request)).getTime() + 2 * days * 1000).toISOString();
  const content = { title: { vi: title }, summary: { vi: 'Kênh tràn khi mưa lớn, dân không được báo trước.' }, placeId: 'vn34-31', domains: ['ENV'], closesAt };
  const input = { clientKey: crypto.randomUUID(), organizationId: await organizationOf(request, officer.email, ownPassword), content };
  const { createNeed } = await as<{ createNeed: { need: { id: string } } }>(request, officer, 'mutation($input: CreateNeedInput!) { createNeed(input: $input) { need { id } } }', { input });
  const needId = createNeed.need.id;
  const criteria = [
    { kind: 'QUALITY', name: { vi: 'Giải pháp' }, weight: 60 },
    { kind: 'PRICE', name: { vi: 'Giá' }, weight: 40 },
  ];
  await as(request, officer, 'mutation($input: SetCriteriaInput!) { setCriteria(input: $input) { criteria { id } } }', { input: { needId, version: 0, anonymous: true, criteria } });
  await sendInAs(request, officer.email, needId, ownPassword);
  await askAs(request, seeded.moderator, 'mutation($id: ID!) { reviewNeed(input: { needId: $id, decision: APPROVED, rule: COMPLETE }) { need { id } } }', { id: needId });
  return needId;
}

async function draftProposal(request: APIRequestContext, firm: Person, needId: string, summary: string, priceAmount: string): Promise<string> {
  const content = { language: 'VI', summary, approach: 'Khảo sát, lắp đặt, vận hành.', priceAmount, durationMonths: 12 };
  const input = { clientKey: crypto.randomUUID(), needId, organizationId: await organizationOf(request, firm.email, ownPassword), content };
  const { createProposal } = await as<{ createProposal: { proposal: { id: string } } }>(request, firm, 'mutation($input: CreateProposalInput!) { createProposal(input: $input) { proposal { id } } }', { input });
  return createProposal.proposal.id;
}

test('the whole road: a need, a consortium and two rivals, a panel, an outcome, an agreement, a milestone', async ({ newPerson, request }) => {
  test.setTimeout(900_000);
  const title = `Cảnh báo ngập kênh ${crypto.randomUUID().slice(0, 8)}`;
  const [officer, lead, partner, rival, third] = [
    await newcomer(request, 'can-bo'),
    await newcomer(request, 'dung-dau', 'vi', 'PRIVATE_CO'),
    await newcomer(request, 'thanh-vien', 'vi', 'PRIVATE_CO'),
    await newcomer(request, 'doi-thu', 'vi', 'PRIVATE_CO'),
    await newcomer(request, 'ben-ba', 'vi', 'PRIVATE_CO'),
  ];
  const need = await openNeed(request, officer, title);
  const [desk, works, member, moderator, expert, visitor] = [await newPerson(), await newPerson(), await newPerson(), await newPerson(), await newPerson(), await newPerson()];
  await signIn(desk, officer.email, 'vi', ownPassword);
  await signIn(works, lead.email, 'vi', ownPassword);
  await signIn(member, partner.email, 'vi', ownPassword);
  const proposal = await draftProposal(request, lead, need, 'Cảm biến dọc kênh và bản đồ ngập.', '9000000000');

  await test.step('a consortium forms, signs and hands in', async () => {
    const invitation = { clientKey: crypto.randomUUID(), proposalId: proposal, organizationId: await organizationOf(request, partner.email, ownPassword), role: 'Lắp đặt cảm biến', sharePercent: 40 };
    await as(request, lead, 'mutation($input: InviteToProposalInput!) { inviteToProposal(input: $input) { proposal { id } } }', { input: invitation });
    await member.goto(linkOf(await letterTo(request, partner.email, 'consortium_invited', title)));
    await section(member, vi('Lời mời liên danh')).getByRole('button', { name: vi('Tham gia'), exact: true }).click();
    await confirm(member, 'Tham gia');
    await works.goto(linkOf(await letterTo(request, lead.email, 'consortium_answered', '')));
    await settled(works);
    await works.getByRole('button', { name: vi('Trình ký') }).click();
    await confirm(works, 'Trình ký');
    await member.goto(linkOf(await letterTo(request, partner.email, 'consortium_signoff', title)));
    await member.getByRole('button', { name: vi('Ký xác nhận') }).click();
    await confirm(member, 'Ký xác nhận');
    await works.goto(linkOf(await letterTo(request, lead.email, 'consortium_signed', title)));
    await works.getByRole('button', { name: vi('Nộp đề xuất') }).click();
    await confirm(works, 'Nộp đề xuất');
    for (const person of [lead, partner]) await letterTo(request, person.email, 'proposal_receipt', title);
  });

  await test.step('two rivals hand in as well; nobody can say how many there are', async () => {
    for (const [firm, price] of [[rival, '12000000000'], [third, '15000000000']] as const) {
      const id = await draftProposal(request, firm, need, `Phương án khác giá ${price}`, price);
      await as(request, firm, 'mutation($id: ID!) { submitProposal(input: { proposalId: $id, version: 1 }) { proposal { id } } }', { id });
      await letterTo(request, firm.email, 'proposal_receipt', title);
    }
    await desk.goto(`/co-quan/de-xuat/${need}`);
    await settled(desk);
    await expect(desk.getByRole('main')).not.toContainText('Phương án khác');
  });

  await test.step('a panel of three, opened by two after the deadline, scores under letters and agrees', async () => {
    await signIn(moderator, seeded.moderator);
    await signIn(expert, seeded.expert);
    await seatPanel(request, need, title, [
      { page: desk, email: officer.email, secret: ownPassword },
      { page: moderator, email: seeded.moderator },
      { page: expert, email: seeded.expert },
    ]);
    await pass(request, 3 * days);
    const open = 'mutation($id: ID!) { openProposals(input: { needId: $id }) { opening { completedAt } } }';
    await as(request, officer, open, { id: need });
    await askAs(request, seeded.moderator, open, { id: need });
    await visitor.goto(`/bien-ban-mo/${need}`);
    await expect(visitor.getByRole('main')).toContainText('3');
    await startEvaluation(desk, need);
    await letterTo(request, seeded.expert, 'scoring_began', title);
    for (const page of [desk, moderator, expert]) await discloseAll(page, need);
    await score(expert, need, '85');
    await score(moderator, need, '75');
    await score(desk, need, '80');
    await desk.goto(linkOf(await letterTo(request, officer.email, 'sheets_complete', title)));
    await desk.getByRole('button', { name: vi('Bắt đầu thống nhất') }).click();
    await confirm(desk, 'Bắt đầu thống nhất');
    // Whoever bears which letter: with these the lowest price comes first in the end.
    await agreeAndApprove(desk, [
      ['A', '75'],
      ['B', '70'],
      ['C', '65'],
    ]);
    await letterTo(request, officer.email, 'evaluation_approved', title);
  });

  await test.step('the highest is selected; everybody who bid is told why', async () => {
    await desk.goto(`/co-quan/danh-gia/${need}`);
    await settled(desk);
    await desk.getByRole('button', { name: vi('Chọn một đề xuất') }).click();
    await confirm(desk, 'Chọn một đề xuất', 'Lý do', 'Đạt điểm cao nhất.');
    for (const firm of [lead, rival, third]) expect((await letterTo(request, firm.email, 'evaluation_outcome', title)).text).toContain('Đạt điểm cao nhất.');
    await expect(desk.getByRole('button', { name: vi('Soạn thỏa thuận') })).toBeVisible();
  });

  let agreement = '';
  await test.step('both sides draft, agree and sign', async () => {
    const secrets = { desk: await setUpTotp(desk), works: await setUpTotp(works) };
    await desk.goto(`/co-quan/danh-gia/${need}`);
    agreement = await draftAndSend(desk, title);
    await works.goto(linkOf(await letterTo(request, lead.email, 'agreement_news', `Đến lượt bạn xem bản thỏa thuận: ${title}`)));
    await settled(works);
    await works.getByRole('main').getByRole('button', { name: vi('Đồng ý với bản này'), exact: true }).click();
    await confirm(works, 'Đồng ý với bản này');
    await desk.goto(linkOf(await letterTo(request, officer.email, 'agreement_news', `Thỏa thuận chờ ký: ${title}`)));
    await settled(desk);
    await sign(desk, secrets.desk);
    await works.goto(linkOf(await letterTo(request, lead.email, 'agreement_news', `Bên kia đã ký: ${title}`)));
    await settled(works);
    await sign(works, secrets.works);
    await letterTo(request, officer.email, 'agreement_news', `Thỏa thuận có hiệu lực: ${title}`);
  });

  await test.step('the first milestone is reported and met', async () => {
    await works.getByRole('button', { name: /^Báo cáo/ }).first().click();
    await confirm(works, 'Gửi báo cáo', 'Bằng chứng', 'Biên bản nghiệm thu.');
    await desk.goto(linkOf(await letterTo(request, officer.email, 'agreement_news', `Báo cáo mốc tiến độ: ${title}`)));
    await settled(desk);
    await desk.getByRole('button', { name: /^Kết luận/ }).first().click();
    await confirm(desk, 'Ghi kết luận');
    await letterTo(request, lead.email, 'agreement_news', `Kết luận mốc tiến độ: ${title}`);
  });

  await test.step('everybody can follow it: the need, the agreement, the open data', async () => {
    await visitor.goto(`/nhu-cau/${need}`);
    await readOn(visitor);
    await audit(visitor);
    await visitor.goto(`/thoa-thuan/${agreement}`);
    await expect(visitor.getByRole('heading', { level: 1, name: title })).toBeVisible();
    const there = await request.get(`/ocds/needs/${need}`);
    expect(there.ok()).toBe(true);
    const record = (await there.json()) as { records: { compiledRelease: { awards: unknown[]; contracts: { id: string; status: string; milestones: { status: string }[] }[] } }[] };
    const release = record.records[0]!.compiledRelease;
    expect(release.awards).toHaveLength(1);
    expect(release.contracts.map(({ id, status }) => [id, status])).toEqual([[agreement, 'active']]);
    expect(release.contracts[0]!.milestones.map(({ status }) => status)).toContain('met');
  });

  await test.step('every letter is of something that happened, leads somewhere, and was sent', async () => {
    const { emails } = (await (await request.get('/dev/outbox')).json()) as { emails: Letter[] };
    for (const { email } of [officer, lead, partner, rival, third]) {
      const letters = emails.filter(({ toAddress }) => toAddress === email);
      expect(letters.length).toBeGreaterThan(0);
      for (const letter of letters) {
        expect(letter.status, letter.subject).toBe('SENT');
        expect(`${letter.subject} ${letter.text}`, letter.template).not.toMatch(/\{\{|\}\}|undefined|null/);
        expect(letter.text, letter.template).toMatch(/https?:\/\/\S+/);
      }
    }
  });
});
