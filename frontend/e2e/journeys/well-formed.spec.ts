import type { APIRequestContext } from '@playwright/test';
import { audit, expect, settled, test } from '../audit';
import { askAs, readOn, seeded, sendIn, signIn } from '../people';
import { letterTo, linkOf, serverTime } from '../server';
import { words } from '../words';

const vi = words('vi');
const day = 86_400_000;

async function organizationOf(request: APIRequestContext, email: string): Promise<string> {
  const { viewer } = await askAs<{ viewer: { memberships: { organization: { id: string } }[] } }>(request, email, '{ viewer { memberships { organization { id } } } }');
  return viewer.memberships[0]!.organization.id;
}

test('a need is mended and justified, asked about, and added to', async ({ newPerson, request }) => {
  test.setTimeout(600_000);
  const title = `Giảm tiếng ồn bến cảng ${crypto.randomUUID().slice(0, 8)}`;
  const closesAt = new Date((await serverTime(request)).getTime() + 20 * day).toISOString();
  const content = { title: { vi: title }, summary: { vi: 'Ban đêm 70 dB, cần dưới 55 dB trong 12 tháng. [điền số hộ]' }, placeId: 'vn34-31', domains: ['ENV'], closesAt };
  const input = { clientKey: crypto.randomUUID(), organizationId: await organizationOf(request, seeded.officer), content };
  const { createNeed } = await askAs<{ createNeed: { need: { id: string } } }>(request, seeded.officer, 'mutation($input: CreateNeedInput!) { createNeed(input: $input) { need { id } } }', { input });
  const need = createNeed.need.id;
  const [officer, firm, visitor] = [await newPerson(), await newPerson(), await newPerson()];
  await signIn(officer, seeded.officer);

  await test.step('what blocks is mended, and the remark goes', async () => {
    await officer.goto(`/co-quan/nhu-cau/${need}/soan`);
    const remark = officer.locator('[id="flags.placeholder"]');
    await expect(remark).toContainText('[điền');
    const summary = officer.getByRole('group', { name: vi('Tóm tắt') }).getByRole('textbox', { name: vi('Tiếng Việt') });
    await summary.fill('Ban đêm 70 dB, 1.200 hộ dân mất ngủ; cần dưới 55 dB trong 12 tháng.');
    await expect(remark).toHaveCount(0);
    await expect(officer.locator('[id="flags.deadline_short"]')).toBeVisible();
  });

  await test.step('an indicator and a document are added', async () => {
    await officer.getByRole('button', { name: vi('Thêm chỉ số') }).click();
    await officer.getByLabel(vi('Chỉ số {0}: đo điều gì', { 0: '1' })).fill('Độ ồn ban đêm');
    await officer.locator('[id="content.brief.indicators.0.baseline"]').fill('70');
    await officer.locator('[id="content.brief.indicators.0.target"]').fill('55');
    await officer.locator('[id="content.brief.indicators.0.unit"]').fill('dB');
    await officer.getByRole('button', { name: vi('Thêm văn bản') }).click();
    await officer.getByLabel(vi('Văn bản {0}: số', { 0: '1' })).fill('269/2025/NĐ-CP');
    await expect(officer.locator('[id="flags.indicator_missing"]')).toHaveCount(0);
    await audit(officer);
  });

  await test.step('sent in unanswered, it is refused and leads to the remark; explained, it goes', async () => {
    await officer.getByRole('button', { name: vi('Xem lại và gửi') }).click();
    await expect(officer.getByRole('heading', { level: 1, name: vi('Xem lại trước khi gửi') })).toBeFocused();
    await officer.getByRole('button', { name: vi('Gửi để duyệt') }).click();
    await expect(officer.getByRole('alert')).toContainText('Hãy để ít nhất 28 ngày');
    await officer.getByRole('button', { name: vi('Xem lại và gửi') }).click();
    await expect(officer.getByRole('heading', { level: 1, name: vi('Xem lại trước khi gửi') })).toBeFocused();
    await sendIn(officer);
    await expect(officer.getByRole('heading', { level: 1, name: vi('Đã gửi nhu cầu') })).toBeFocused();
    await askAs(request, seeded.moderator, 'mutation($id: ID!) { reviewNeed(input: { needId: $id, decision: APPROVED, rule: COMPLETE }) { need { id } } }', { id: need });
  });

  await test.step('everybody reads the explanation and the indicator', async () => {
    await visitor.goto(`/nhu-cau/${need}`);
    await readOn(visitor);
    await expect(visitor.getByRole('heading', { name: vi('Cơ quan giải thích') })).toBeVisible();
    await expect(visitor.getByRole('row', { name: /Độ ồn ban đêm/ })).toContainText('55');
    await expect(visitor.getByLabel(vi('Đặt câu hỏi'))).toHaveCount(0);
  });

  await test.step('a firm asks; the owner reads the letter and answers; nobody reads who asked', async () => {
    await signIn(firm, seeded.integrator);
    await firm.goto(`/nhu-cau/${need}`);
    await firm.getByLabel(vi('Đặt câu hỏi')).fill('Đo ở bao nhiêu điểm?');
    await firm.getByRole('button', { name: vi('Gửi câu hỏi') }).click();
    await expect(firm.getByRole('listitem').filter({ hasText: 'Đo ở bao nhiêu điểm?' })).toContainText(vi('Bạn hỏi'));
    await officer.goto(linkOf(await letterTo(request, seeded.officer, 'question_asked', title)));
    await officer.getByLabel(vi('Câu trả lời của cơ quan')).fill('Ở tám điểm quanh cảng.');
    await officer.getByRole('button', { name: vi('Công bố câu trả lời') }).click();
    await visitor.reload();
    await readOn(visitor);
    const turn = visitor.getByRole('listitem').filter({ hasText: 'Đo ở bao nhiêu điểm?' });
    await expect(turn).toContainText('Ở tám điểm quanh cảng.');
    await letterTo(request, seeded.integrator, 'question_answered', title);
  });

  await test.step('the owner adds to it and moves the deadline back', async () => {
    await officer.goto(`/nhu-cau/${need}`);
    await officer.getByRole('button', { name: vi('Đăng bổ sung hoặc gia hạn') }).click();
    await officer.getByLabel(vi('Nội dung bổ sung, tiếng Việt')).fill('Thêm hai điểm đo ở phía tây.');
    const date = officer.getByLabel(vi('Hạn tiếp nhận: ngày'));
    await date.fill(new Date(Date.parse(closesAt) - 5 * day).toISOString().slice(0, 10));
    await officer.getByRole('button', { name: vi('Công bố bổ sung') }).click();
    await expect(officer.getByRole('alert')).toContainText('chỉ được lùi lại');
    await date.fill(new Date(Date.parse(closesAt) + 10 * day).toISOString().slice(0, 10));
    await officer.getByRole('button', { name: vi('Công bố bổ sung') }).click();
    await expect(officer.getByRole('heading', { name: /Bổ sung số 1/ })).toBeVisible();
    await letterTo(request, seeded.integrator, 'addendum_published', title);
    await visitor.reload();
    await readOn(visitor);
    await expect(visitor.getByText('Thêm hai điểm đo ở phía tây.')).toBeVisible();
    for (const width of [1280, 360]) {
      await visitor.setViewportSize({ width, height: 900 });
      await settled(visitor);
      await audit(visitor);
    }
  });
});
