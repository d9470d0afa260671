import type { APIRequestContext } from '@playwright/test';
import { audit, expect, settled, test } from '../audit';
import { askAs, seeded, signIn } from '../people';
import { address, words } from '../words';

const neighbour = 'officer@quangninh.example';

interface Found {
  id: string;
  kind: string;
  status: string;
  parts: { viewerCan: string[]; need: { id: string; title: { vi: string; en: string } } }[];
}

/** The seeded one: two provinces by the same bay, the same question about their street lights. */
async function streetLights(request: APIRequestContext): Promise<Found> {
  const mine = 'jointCalls(filter: { mine: true, statuses: [PROPOSED] }) { nodes { id kind status parts { viewerCan need { id title { vi en } } } } }';
  const hers = await askAs<{ jointCalls: { nodes: Found[] } }>(request, neighbour, `{ ${mine} }`);
  const { jointCalls } = await askAs<{ jointCalls: { nodes: Found[] } }>(request, seeded.officer, `{ ${mine} }`);
  const both = jointCalls.nodes.find(({ id, kind }) => kind === 'SIMILAR' && hers.jointCalls.nodes.some((other) => other.id === id));
  if (!both) throw new Error('the seeds have no joint call of the two');
  return both;
}

test('two officers, each in her language, consent to a joint call, and then everybody sees it', async ({ page, newPerson, request }) => {
  const [vi, en] = [words('vi'), words('en')];
  const call = await streetLights(request);
  const own = call.parts.find(({ viewerCan }) => viewerCan.includes('CONSENT'))?.need;
  const other = call.parts.find(({ viewerCan }) => viewerCan.length === 0)?.need;

  await test.step('it is no page of a visitor yet; she is asked to sign in', async () => {
    const visitor = await newPerson();
    await visitor.goto(`/loi-moi-chung/${call.id}`);
    await expect(visitor.getByRole('main').getByRole('link', { name: vi('Đăng nhập') })).toBeVisible({ timeout: 30_000 });
    await expect(visitor.getByText(own!.title.vi)).toHaveCount(0);
  });

  await test.step('the first is told on her need, and consents', async () => {
    await signIn(page, seeded.officer, 'vi');
    await page.goto(`/nhu-cau/${own!.id}`);
    const notice = page.getByRole('link', { name: vi('Trả lời lời mời chung') });
    await expect(notice.first()).toBeVisible();
    await page.goto(`/loi-moi-chung/${call.id}`);
    await settled(page);
    const main = page.getByRole('main');
    await expect(main).toContainText(vi('Đang hỏi các bên: {0} trên {1} nhu cầu đã có đồng ý.', { 0: '0', 1: '2' }));
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 900 });
      await audit(page);
    }
    await page.setViewportSize({ width: 1280, height: 900 });
    await main.getByRole('button', { name: /^Từ chối ?: / }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: vi('Từ chối mời gọi chung') }).click();
    await expect(dialog.getByRole('alert')).toContainText(vi('Hãy nêu lý do; người liên quan sẽ đọc lý do này.'));
    await dialog.getByRole('button', { name: vi('Không, quay lại') }).click();
    await main.getByRole('button', { name: /^Đồng ý ?: / }).click();
    await dialog.getByRole('button', { name: vi('Đồng ý mời gọi chung') }).click();
    await expect(main).toContainText(vi('Tổ chức của bạn đã đồng ý; {0} trên {1} nhu cầu đã có đồng ý, đang chờ các bên còn lại.', { 0: '1', 1: '2' }));
    await expect(main.getByRole('button', { name: /^Rút đồng ý ?: / })).toBeVisible();
  });

  await test.step('the second finds it in the menu, and consents in English', async () => {
    const second = await newPerson({ viewport: { width: 1280, height: 900 } });
    await signIn(second, neighbour, 'en');
    await second.getByRole('navigation', { name: en('Khu làm việc') }).getByRole('link', { name: en('Lời mời chung', { context: 'list' }) }).click();
    await settled(second);
    const main = second.getByRole('main');
    await audit(second);
    await main.locator(`a[href$="/loi-moi-chung/${call.id}"]`).click();
    await expect(main.getByRole('heading', { name: en('Vì sao mời gọi chung') })).toBeVisible();
    await settled(second);
    await main.getByRole('button', { name: /^Consent ?: / }).click();
    await second.getByRole('dialog').getByRole('button', { name: en('Đồng ý mời gọi chung') }).click();
    await expect(main).toContainText(en('Các bên đã đồng ý mời gọi chung. Mỗi bên vẫn nhận và quyết định đề xuất cho nhu cầu của mình.'));
    await expect(main.getByRole('button')).toHaveCount(0);
  });

  await test.step('a visitor comes from one need to the other', async () => {
    const visitor = await newPerson({ viewport: { width: 1280, height: 900 } });
    await visitor.goto(address('en', `/nhu-cau/${own!.id}`));
    await visitor.getByRole('main').getByRole('link', { name: 'joint call' }).click();
    await settled(visitor);
    const main = visitor.getByRole('main');
    await expect(main.getByText(en('Chưa trả lời'))).toHaveCount(0);
    await audit(visitor);
    await main.locator(`a[href$="/nhu-cau/${other!.id}"]`).click();
    await settled(visitor);
    await expect(visitor.getByRole('link', { name: 'joint call' })).toBeVisible();
  });

  await test.step('the alliance ends it with a reason, and the needs no longer name it', async () => {
    const staff = await newPerson({ viewport: { width: 1280, height: 900 } });
    await signIn(staff, seeded.moderator, 'vi');
    await staff.goto(`/loi-moi-chung/${call.id}`);
    const main = staff.getByRole('main');
    await main.getByRole('button', { name: vi('Kết thúc lời mời chung') }).click();
    const dialog = staff.getByRole('dialog');
    await dialog.getByLabel(vi('Lý do')).fill('Hai địa phương đã có dự án chung khác.');
    await dialog.getByRole('button', { name: vi('Kết thúc lời mời chung') }).click();
    await expect(main).toContainText(vi('Liên minh đã kết thúc lời mời chung này. Các nhu cầu không thay đổi.'));
    await expect(main).toContainText('Hai địa phương đã có dự án chung khác.');
    await staff.goto(`/nhu-cau/${own!.id}`);
    await settled(staff);
    await expect(staff.getByRole('main').getByRole('link', { name: 'lời mời chung' })).toHaveCount(0);
  });
});

for (const language of ['vi', 'en'] as const) {
  const say = words(language);

  test(`an administrator writes an edition of the taxonomy, adopts it and goes back, in ${language}`, async ({ page }) => {
    await signIn(page, seeded.administrator, language);
    await page.goto(address(language, '/quan-tri/dong-co'));
    await settled(page);
    const main = page.getByRole('main');
    const concepts = main.getByLabel(say('Danh sách khái niệm (JSON)'));
    const dialog = page.getByRole('dialog');

    await test.step('the current one comes as a file', async () => {
      const download = page.waitForEvent('download');
      await main.getByRole('button', { name: say('Tải danh mục đang dùng (JSON)') }).click();
      expect((await download).suggestedFilename()).toMatch(/^khai-niem-.+\.json$/);
    });

    const list = await test.step('what is wrong is named by its concept', async () => {
      await main.getByText(say('Viết ấn bản mới')).click();
      await expect(concepts).not.toBeEmpty();
      await audit(page);
      const current = JSON.parse(await concepts.inputValue()) as { id: string; vi: string[] }[];
      const broken = current.map((concept, i) => (i === 12 ? { ...concept, vi: [''] } : concept));
      await main.getByLabel(say('Điểm mới của ấn bản')).fill(`Thử nghiệm ${language}`);
      await concepts.fill(JSON.stringify(broken));
      await main.getByRole('button', { name: say('Lưu ấn bản') }).click();
      const which = say('khái niệm thứ {0} ({1})', { 0: '13', 1: current[12]!.id });
      await expect(main.getByRole('alert').filter({ hasText: which })).toContainText(say('từ tiếng Việt'));
      await audit(page);
      return current;
    });

    const version = await test.step('mended, it is saved and compared', async () => {
      const added = `thu_nghiem_${language}`;
      await concepts.fill(JSON.stringify([...list, { ...list[0]!, id: added, vi: [`đèn thử nghiệm ${language}`], en: [`trial lamp ${language}`] }]));
      await main.getByRole('button', { name: say('Lưu ấn bản') }).click();
      const edition = main.locator('h3', { hasText: /^edition-\d+$/ }).first();
      await expect(main.getByText(added)).toBeVisible();
      await audit(page);
      return (await edition.textContent())!;
    });

    await test.step('it is adopted, and the built-in one comes back', async () => {
      await main.getByRole('button', { name: say('Áp dụng<0> {0}</0>', { 0: version }) }).click();
      await dialog.getByRole('button', { name: say('Áp dụng ấn bản') }).click();
      await expect(main).toContainText(say('Đã áp dụng {0}. Tìm kiếm và ghép nối được dựng lại trong ít phút.', { 0: version }));
      await main.getByRole('button', { name: say('Trở về ấn bản có sẵn') }).click();
      await dialog.getByRole('button', { name: say('Trở về ấn bản có sẵn') }).click();
      await expect(main).toContainText(say('Đã trở về ấn bản có sẵn. Tìm kiếm và ghép nối được dựng lại trong ít phút.'));
    });
  });
}
