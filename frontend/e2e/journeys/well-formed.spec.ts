import type { APIRequestContext } from '@playwright/test';
import { audit, expect, section, settled, test } from '../audit';
import { askAs, newcomer, ownPassword, readOn, seeded, sendIn, sendInAs, signIn } from '../people';
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

test('a template fills what is empty, and what it leaves open is flagged', async ({ page }) => {
  await signIn(page, seeded.officer);
  await page.goto('/co-quan/nhu-cau/moi');
  await settled(page);
  await page.getByLabel(vi('Bắt đầu từ mẫu của lĩnh vực')).selectOption({ label: 'Nước sạch' });
  await page.getByRole('button', { name: vi('Điền mẫu') }).click();
  const title = page.getByRole('group', { name: vi('Tên nhu cầu') }).getByRole('textbox', { name: vi('Tiếng Việt') });
  await expect(title).toHaveValue(/Giảm thất thoát nước sạch của \[địa bàn\]/);
  await expect(title).toBeFocused();
  await expect(page.getByLabel(vi('Chỉ số {0}: đo điều gì', { 0: '1' }))).toHaveValue('Nước không doanh thu');
  await expect(page.locator('[id="flags.placeholder"]')).toContainText('[địa bàn]');
  await page.getByRole('button', { name: vi('Điền tiêu chí gợi ý') }).click();
  await expect(page.getByText(vi('Tổng trọng số: {sum} trên 100.', { sum: '100' }))).toBeVisible();
  await page.getByRole('button', { name: vi('Lưu tiêu chí') }).click();
  await expect(page.getByText(vi('Có thay đổi chưa lưu.'))).toHaveCount(0);
  await audit(page);
});

test('the market is consulted about a need, which is changed and then opened', async ({ newPerson, request }) => {
  test.setTimeout(600_000);
  const title = `Giảm bụi đường vào cảng ${crypto.randomUUID().slice(0, 8)}`;
  const closesAt = new Date((await serverTime(request)).getTime() + 60 * day).toISOString();
  const content = { title: { vi: title }, summary: { vi: 'Bụi mịn vượt chuẩn 90 ngày mỗi năm, 1.200 hộ chịu; cần dưới 30 ngày trong 12 tháng.' }, placeId: 'vn34-31', domains: ['ENV'], closesAt, brief: { consultationDays: 14 } };
  const input = { clientKey: crypto.randomUUID(), organizationId: await organizationOf(request, seeded.officer), content };
  const { createNeed } = await askAs<{ createNeed: { need: { id: string } } }>(request, seeded.officer, 'mutation($input: CreateNeedInput!) { createNeed(input: $input) { need { id } } }', { input });
  const need = createNeed.need.id;
  await sendInAs(request, seeded.officer, need);
  await askAs(request, seeded.moderator, 'mutation($id: ID!) { reviewNeed(input: { needId: $id, decision: APPROVED, rule: COMPLETE }) { need { id } } }', { id: need });
  const [officer, firm, visitor] = [await newPerson(), await newPerson(), await newPerson()];

  await test.step('everybody reads it and that it takes no proposals yet', async () => {
    await visitor.goto(`/nhu-cau/${need}`);
    await readOn(visitor);
    await expect(section(visitor, vi('Tham vấn thị trường'))).toContainText('chưa nhận đề xuất');
    await expect(visitor.getByText(vi('Bạn giải được bài toán này?'))).toHaveCount(0);
    for (const width of [1280, 360]) {
      await visitor.setViewportSize({ width, height: 900 });
      await audit(visitor);
    }
  });

  await test.step('a firm comments, the owner answers', async () => {
    await signIn(firm, seeded.integrator);
    await firm.goto(`/nhu-cau/${need}`);
    await firm.getByLabel(vi('Viết góp ý')).fill('Nên đo cả ban đêm.');
    await firm.getByRole('button', { name: vi('Gửi góp ý') }).click();
    await expect(firm.getByRole('listitem').filter({ hasText: 'Nên đo cả ban đêm.' })).toContainText(vi('Bạn góp ý'));
    await signIn(officer, seeded.officer);
    await officer.goto(linkOf(await letterTo(request, seeded.officer, 'question_asked', title)));
    await officer.getByLabel(vi('Câu trả lời của cơ quan')).fill('Đồng ý, sẽ sửa.');
    await officer.getByRole('button', { name: vi('Công bố câu trả lời') }).click();
    await visitor.reload();
    await readOn(visitor);
    await expect(visitor.getByRole('listitem').filter({ hasText: 'Nên đo cả ban đêm.' })).toContainText('Đồng ý, sẽ sửa.');
  });

  await test.step('what the owner types is public when she says so', async () => {
    await officer.getByRole('link', { name: vi('Sửa nhu cầu') }).click();
    await settled(officer);
    const summary = officer.getByRole('group', { name: vi('Tóm tắt') }).getByRole('textbox', { name: vi('Tiếng Việt') });
    await summary.fill('Bụi mịn ngày và đêm vượt chuẩn 90 ngày mỗi năm; cần dưới 30 ngày trong 12 tháng.');
    await expect(officer.getByText(vi('Có thay đổi chưa lưu, chưa công khai'))).toBeVisible();
    await officer.waitForTimeout(3000);
    await visitor.reload();
    await readOn(visitor);
    await expect(visitor.getByRole('main')).not.toContainText('ngày và đêm');
    await officer.getByRole('button', { name: vi('Lưu, xem lại và mở') }).click();
    await expect(officer.getByRole('heading', { level: 1, name: vi('Xem lại trước khi mở nhận đề xuất') })).toBeFocused();
    await visitor.reload();
    await readOn(visitor);
    await expect(visitor.getByRole('main')).toContainText('ngày và đêm');
    await audit(officer);
  });

  await test.step('she opens it; who commented reads that in a letter', async () => {
    await officer.getByRole('button', { name: vi('Mở nhận đề xuất'), exact: true }).click();
    await expect(officer).toHaveURL(new RegExp(`/nhu-cau/${need}$`));
    await expect(officer.getByText(vi('Đang tiếp nhận'), { exact: true }).first()).toBeVisible();
    await firm.goto(linkOf(await letterTo(request, seeded.integrator, 'need_opened', title)));
    await expect(firm.getByRole('link', { name: vi('Soạn đề xuất') })).toBeVisible();
  });
});

test('a commune asks its city to complete a draft, which is handed back', async ({ newPerson, request }) => {
  test.setTimeout(300_000);
  const commune = await newcomer(request, 'xa', 'vi', 'COMMUNE_PC', 'vn34-31');
  const title = `Đèn đường liên xã ${crypto.randomUUID().slice(0, 8)}`;
  const own = await askAs<{ viewer: { memberships: { organization: { id: string } }[] } }>(request, commune.email, '{ viewer { memberships { organization { id } } } }', {}, ownPassword);
  const input = { clientKey: crypto.randomUUID(), organizationId: own.viewer.memberships[0]!.organization.id, content: { title: { vi: title } } };
  const { createNeed } = await askAs<{ createNeed: { need: { id: string } } }>(request, commune.email, 'mutation($input: CreateNeedInput!) { createNeed(input: $input) { need { id } } }', { input }, ownPassword);
  const [village, city] = [await newPerson(), await newPerson()];

  await signIn(village, commune.email, 'vi', ownPassword);
  await village.goto(`/co-quan/nhu-cau/${createNeed.need.id}/soan`);
  await village.getByLabel(vi('Nhờ đầu mối cấp tỉnh hoàn thiện')).selectOption({ label: 'Ủy ban nhân dân thành phố Hải Phòng' });
  await village.getByRole('button', { name: vi('Nhờ hoàn thiện'), exact: true }).click();
  await expect(village.getByRole('button', { name: vi('Thôi nhờ') })).toBeVisible();
  await audit(village);

  await signIn(city, seeded.officer);
  await city.goto('/co-quan/nhu-cau');
  await expect(section(city, vi('Cơ quan khác nhờ hoàn thiện'))).toContainText(title);
  await city.goto(linkOf(await letterTo(request, seeded.officer, 'need_to_complete', title)));
  const summary = city.getByRole('group', { name: vi('Tóm tắt') }).getByRole('textbox', { name: vi('Tiếng Việt') });
  await summary.fill('Ba đường liên xã không đèn, 1.200 hộ đi lại ban đêm.');
  await expect(city.getByRole('button', { name: vi('Xem lại và gửi') })).toHaveCount(0);
  await audit(city);
  await city.getByRole('button', { name: vi('Đã hoàn thiện, trả lại') }).click();
  await expect(city.getByRole('heading', { level: 1, name: vi('Nhu cầu của cơ quan') })).toBeVisible();
  await expect(city.getByText(title)).toHaveCount(0);

  await village.goto(linkOf(await letterTo(request, commune.email, 'need_completed', title)));
  await expect(village.getByRole('group', { name: vi('Tóm tắt') }).getByRole('textbox', { name: vi('Tiếng Việt') })).toHaveValue('Ba đường liên xã không đèn, 1.200 hộ đi lại ban đêm.');
  await expect(village.getByRole('button', { name: vi('Xem lại và gửi') })).toBeVisible();
});
