import type { APIRequestContext } from '@playwright/test';
import { audit, expect, settled, test } from '../audit';
import { agreeAndApprove, confirm, discloseAll, score, seatPanel, startEvaluation } from '../evaluating';
import { askAs, draftNeed, organizationOf, seeded, sendInAs, signIn } from '../people';
import { letterTo, linkOf, pass } from '../server';
import { words } from '../words';

const vi = words('vi');
const days = 24 * 3600;

async function propose(request: APIRequestContext, email: string, needId: string, priceAmount: string) {
  const content = { language: 'VI', summary: `Phương án giá ${priceAmount}`, approach: 'Khảo sát, lắp đặt, vận hành.', priceAmount, durationMonths: 12 };
  const input = { clientKey: crypto.randomUUID(), needId, organizationId: await organizationOf(request, email), content };
  const { createProposal } = await askAs<{ createProposal: { proposal: { id: string } } }>(request, email, 'mutation($input: CreateProposalInput!) { createProposal(input: $input) { proposal { id } } }', { input });
  await askAs(request, email, 'mutation($id: ID!) { submitProposal(input: { proposalId: $id, version: 1 }) { proposal { id } } }', { id: createProposal.proposal.id });
  return createProposal.proposal.id;
}

test('a panel of three evaluates two bidders under letters, and one asks for a review', async ({ newPerson, request }) => {
  test.setTimeout(600_000);
  const title = `Chiếu sáng bến cảng ${crypto.randomUUID().slice(0, 8)}`;
  const need = await draftNeed(request, title);
  const [officer, moderator, expert, firm, administrator] = [await newPerson(), await newPerson(), await newPerson(), await newPerson(), await newPerson()];
  await signIn(officer, seeded.officer);

  await test.step('the officer writes criteria, which must come to a hundred', async () => {
    await officer.goto(`/co-quan/nhu-cau/${need}/soan`);
    await officer.getByRole('button', { name: vi('Thêm tiêu chí chất lượng') }).click();
    await officer.getByLabel(vi('Tên tiêu chí {0}, tiếng Việt', { 0: '1' })).fill('Giải pháp');
    await officer.locator('[id="criteria.0.weight"]').fill('60');
    await officer.getByRole('button', { name: vi('Thêm tiêu chí giá') }).click();
    await officer.locator('[id="criteria.1.weight"]').fill('30');
    await officer.getByRole('button', { name: vi('Lưu tiêu chí') }).click();
    await expect(officer.getByRole('alert')).toContainText('Tổng trọng số phải là 100');
    await officer.locator('[id="criteria.1.weight"]').fill('40');
    await officer.getByRole('button', { name: vi('Lưu tiêu chí') }).click();
    await expect(officer.getByText(vi('Có thay đổi chưa lưu.'))).toHaveCount(0);
  });

  await test.step('the need opens and its page shows them', async () => {
    await sendInAs(request, seeded.officer, need);
    await askAs(request, seeded.moderator, 'mutation($id: ID!) { reviewNeed(input: { needId: $id, decision: APPROVED, rule: COMPLETE }) { need { id } } }', { id: need });
    const visitor = await newPerson();
    await visitor.goto(`/nhu-cau/${need}`);
    const criteria = visitor.getByRole('region', { name: vi('Tiêu chí đánh giá') });
    await expect(criteria.getByRole('row')).toHaveCount(3);
    for (const width of [1280, 360]) {
      await visitor.setViewportSize({ width, height: 900 });
      await audit(visitor);
    }
  });

  const proposals = [await propose(request, seeded.firm, need, '9000000000'), await propose(request, seeded.integrator, need, '12000000000')];

  await test.step('she invites three, who accept', async () => {
    await signIn(moderator, seeded.moderator);
    await signIn(expert, seeded.expert);
    await seatPanel(request, need, title, [
      { page: officer, email: seeded.officer },
      { page: moderator, email: seeded.moderator },
      { page: expert, email: seeded.expert },
    ]);
    await audit(expert);
  });

  await test.step('the deadline passes; what ties somebody to a bidder is disclosed; the panel scores', async () => {
    await pass(request, 3 * days);
    for (const email of [seeded.officer, seeded.moderator]) {
      await askAs(request, email, 'mutation($id: ID!) { openProposals(input: { needId: $id }) { opening { completedAt } } }', { id: need });
    }
    await startEvaluation(officer, need);
    await letterTo(request, seeded.expert, 'scoring_began', title);
    for (const page of [officer, moderator, expert]) await discloseAll(page, need);
    await expert.goto(`/danh-gia/${need}`);
    await expect(expert.getByRole('heading', { name: vi('Bên dự {0}', { 0: 'A' }), exact: true })).toBeVisible();
    await expect(expert.getByRole('main')).not.toContainText('Phương án giá 9000000000 của');
    await expert.setViewportSize({ width: 360, height: 800 });
    await audit(expert);
    await score(expert, need, '85');
    await score(moderator, need, '60');
    await expect(moderator.getByRole('main')).not.toContainText('Nhận xét 85');
    await score(officer, need, '80');
  });

  await test.step('the chair leads the consensus and approves', async () => {
    await officer.goto(linkOf(await letterTo(request, seeded.officer, 'sheets_complete', title)));
    await officer.getByRole('button', { name: vi('Bắt đầu thống nhất') }).click();
    await confirm(officer, 'Bắt đầu thống nhất');
    const main = officer.getByRole('main');
    await expect(main.getByText(vi('Chênh lệch lớn, cần trao đổi')).first()).toBeVisible();
    await audit(officer);
    await agreeAndApprove(officer, [
      ['A', '80'],
      ['B', '75'],
    ]);
    await letterTo(request, seeded.officer, 'evaluation_approved', title);
  });

  await test.step('the owner selects the highest, and every bidder gets the outcome', async () => {
    await officer.goto(`/co-quan/danh-gia/${need}`);
    await settled(officer);
    await audit(officer);
    await officer.getByRole('button', { name: vi('Chọn một đề xuất') }).click();
    await confirm(officer, 'Chọn một đề xuất', 'Lý do', 'Phương án đạt điểm cao nhất.');
    await expect(officer.getByRole('main')).toContainText('Phương án đạt điểm cao nhất.');
    for (const email of [seeded.firm, seeded.integrator]) {
      const letter = await letterTo(request, email, 'evaluation_outcome', title);
      expect(letter.text).toMatch(/= \d+[,.]\d\d/);
    }
  });

  await test.step('one asks for a review, which somebody outside the panel answers', async () => {
    await signIn(firm, seeded.integrator);
    await firm.goto(`/de-xuat/${proposals[1]}`);
    await settled(firm);
    await audit(firm);
    await firm.getByRole('button', { name: vi('Đề nghị xem xét lại') }).click();
    await confirm(firm, 'Gửi đề nghị', 'Điều cần xem xét và lý do', 'Chưa tính phần bảo hành.');
    await expect(firm.getByRole('main')).toContainText('Chưa tính phần bảo hành.');
    await signIn(administrator, seeded.administrator);
    await administrator.goto(linkOf(await letterTo(request, seeded.administrator, 'outcome_review_asked', title)));
    await settled(administrator);
    await audit(administrator);
    await administrator.getByRole('button', { name: vi('Không có căn cứ') }).click();
    await confirm(administrator, 'Gửi trả lời', 'Trả lời', 'Phần bảo hành đã nằm trong tiêu chí giải pháp.');
    await firm.goto(linkOf(await letterTo(request, seeded.integrator, 'outcome_review_answered', title)));
    await expect(firm.getByRole('main')).toContainText('Phần bảo hành đã nằm trong tiêu chí giải pháp.');
  });
});
