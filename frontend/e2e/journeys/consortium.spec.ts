import { audit, expect, section, settled, test } from '../audit';
import { askAs, draftNeed, organizationOf, readOn, seeded, sendInAs, signIn } from '../people';
import { letterTo, linkOf } from '../server';
import { words } from '../words';

const vi = words('vi');

test('two firms find each other, write a proposal together, sign and hand it in', async ({ newPerson, request }) => {
  test.setTimeout(600_000);
  const title = `Quan trắc triều cường ${crypto.randomUUID().slice(0, 8)}`;
  const need = await draftNeed(request, title);
  await sendInAs(request, seeded.officer, need);
  await askAs(request, seeded.moderator, 'mutation($id: ID!) { reviewNeed(input: { needId: $id, decision: APPROVED, rule: COMPLETE }) { need { id } } }', { id: need });
  const [lead, partner, visitor] = [await newPerson(), await newPerson(), await newPerson()];
  await signIn(lead, seeded.firm);
  await signIn(partner, seeded.integrator);

  await test.step('one says in public that it looks for partners', async () => {
    await partner.goto(`/nhu-cau/${need}`);
    await partner.getByRole('button', { name: vi('Bày tỏ quan tâm') }).click();
    const dialog = partner.getByRole('dialog');
    await dialog.getByLabel(vi('Đang tìm đối tác để cùng nộp đề xuất')).check();
    await dialog.getByRole('button', { name: vi('Lưu') }).click();
    await expect(dialog.getByRole('alert')).toContainText('tìm đối tác nào');
    await dialog.getByLabel(vi('Bạn làm được gì, cần ai?')).fill('Chúng tôi lắp đặt, cần nền tảng dữ liệu.');
    await audit(partner);
    await dialog.getByRole('button', { name: vi('Lưu') }).click();
    await expect(dialog).toBeHidden();
    await visitor.goto(`/nhu-cau/${need}`);
    await readOn(visitor);
    await expect(section(visitor, vi('Các bên quan tâm'))).toContainText('cần nền tảng dữ liệu');
    await audit(visitor);
  });

  const content = { language: 'VI', summary: 'Cảm biến và bản đồ ngập.', approach: 'Khảo sát, lắp đặt, vận hành.', priceAmount: '9000000000', durationMonths: 12 };
  const input = { clientKey: crypto.randomUUID(), needId: need, organizationId: await organizationOf(request, seeded.firm), content };
  const { createProposal } = await askAs<{ createProposal: { proposal: { id: string } } }>(request, seeded.firm, 'mutation($input: CreateProposalInput!) { createProposal(input: $input) { proposal { id } } }', { input });
  const proposal = createProposal.proposal.id;

  await test.step('the other invites it into its draft', async () => {
    await lead.goto(`/de-xuat/${proposal}/soan`);
    await settled(lead);
    await lead.getByRole('button', { name: vi('Mời thành viên') }).click();
    const dialog = lead.getByRole('dialog');
    await dialog.getByLabel(vi('Tìm tổ chức')).fill('cmc');
    await dialog.getByRole('radio').first().check();
    await dialog.getByRole('button', { name: vi('Gửi lời mời') }).click();
    await expect(dialog.getByRole('alert')).toBeVisible();
    await dialog.getByLabel(vi('Phần việc')).fill('Lắp đặt và bảo trì');
    await dialog.getByLabel(vi('Tỷ lệ công việc (%)')).fill('40');
    await audit(lead);
    await dialog.getByRole('button', { name: vi('Gửi lời mời') }).click();
    await expect(dialog).toBeHidden();
    await expect(section(lead, vi('Liên danh'))).toContainText(vi('Đã mời'));
  });

  await test.step('it joins by the letter', async () => {
    await partner.goto(linkOf(await letterTo(request, seeded.integrator, 'consortium_invited', title)));
    const invitation = section(partner, vi('Lời mời liên danh'));
    await expect(invitation).toContainText('Lắp đặt và bảo trì');
    await audit(partner);
    await invitation.getByRole('button', { name: vi('Tham gia'), exact: true }).click();
    await partner.getByRole('dialog').getByRole('button', { name: vi('Tham gia'), exact: true }).click();
    await expect(invitation).toHaveCount(0);
    await letterTo(request, seeded.firm, 'consortium_answered', '');
  });

  await test.step('the lead puts it up for signing, the member signs, the lead hands it in', async () => {
    await lead.reload();
    await settled(lead);
    await lead.getByRole('button', { name: vi('Trình ký') }).click();
    await lead.getByRole('dialog').getByRole('button', { name: vi('Trình ký') }).click();
    await expect(section(lead, vi('Liên danh'))).toContainText(vi('Chưa ký xác nhận'));
    await partner.goto(linkOf(await letterTo(request, seeded.integrator, 'consortium_signoff', title)));
    await partner.getByRole('button', { name: vi('Ký xác nhận') }).click();
    await partner.getByRole('dialog').getByRole('button', { name: vi('Ký xác nhận') }).click();
    await expect(section(partner, vi('Liên danh'))).toContainText('Đã ký xác nhận lúc');
    await audit(partner);
    await lead.goto(linkOf(await letterTo(request, seeded.firm, 'consortium_signed', title)));
    await lead.getByRole('button', { name: vi('Nộp đề xuất') }).click();
    await lead.getByRole('dialog').getByRole('button', { name: vi('Nộp đề xuất') }).click();
    await expect(lead.getByRole('main').getByText(vi('Đã nộp'), { exact: true }).first()).toBeVisible();
    for (const email of [seeded.firm, seeded.integrator]) await letterTo(request, email, 'proposal_receipt', title);
    for (const width of [1280, 360]) {
      await lead.setViewportSize({ width, height: 900 });
      await audit(lead);
    }
  });
});
