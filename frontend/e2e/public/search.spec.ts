import type { APIRequestContext } from '@playwright/test';
import { audit, expect, settled, test } from '../audit';
import { askAs } from '../people';
import { address, words } from '../words';

/** The index of a server that has just begun is built in a moment. */
async function indexed(request: APIRequestContext) {
  await expect(async () => {
    const { search } = await askAs<{ search: { building: boolean; totalCount: number } }>(request, null, '{ search(query: "", first: 1) { building totalCount } }');
    expect(search.building).toBe(false);
    expect(search.totalCount).toBeGreaterThan(50);
  }).toPass({ timeout: 60_000 });
}

for (const language of ['vi', 'en'] as const) {
  const say = words(language);

  test(`everything is searched, with and without marks, in ${language}`, async ({ page, request, isMobile }) => {
    await indexed(request);
    await page.goto(address(language, '/nhu-cau'));
    await settled(page);
    if (isMobile) await page.getByRole('button', { name: say('Ô tìm kiếm') }).click();
    const box = page.getByRole('combobox', { name: say('Tìm trên i-Forum') });
    await box.fill('chiếu sáng công cộng');
    await page.getByRole('button', { name: say('Tìm toàn trang') }).click();
    await expect(page.getByRole('heading', { level: 1, name: say('Tìm kiếm') })).toBeFocused();
    await expect(page).toHaveURL(/\/tim-kiem\?q=/);
    await expect(page).toHaveTitle(/chiếu sáng công cộng/);
    const found = page.getByRole('main').getByRole('article');
    await expect(found.first()).toBeVisible();
    const titles = await found.getByRole('heading').allTextContents();
    if (language === 'vi') await expect(found.locator('mark').first()).toHaveText(/chiếu sáng/i);
    await page.getByRole('searchbox', { name: say('Từ khóa') }).fill('CHIEU SANG cong cong');
    await page.getByRole('button', { name: say('Tìm'), exact: true }).click();
    await expect(page).toHaveURL(/CHIEU/);
    await settled(page);
    expect((await found.getByRole('heading').allTextContents())[0]).toBe(titles[0]);
    await audit(page);
  });

  test(`a former province is searched where it belongs now, and the page says why, in ${language}`, async ({ page, request }) => {
    await indexed(request);
    await page.goto(address(language, '/tim-kiem?q=binh+duong'));
    await settled(page);
    const [former, today] = language === 'vi' ? ['Tỉnh Bình Dương', 'Thành phố Hồ Chí Minh'] : ['Binh Duong Province', 'Ho Chi Minh City'];
    const why = say('{0} nay thuộc <0>{1}</0>, nên kết quả gồm cả những gì ở {2}.', { 0: former, 1: today, 2: today });
    await expect(page.getByText(why)).toBeVisible();
    await expect(page.getByRole('main').getByRole('article').first()).toBeVisible();
  });

  test(`results are narrowed, and all of it stands in the address, in ${language}`, async ({ page, request, isMobile }) => {
    await indexed(request);
    await page.goto(address(language, '/tim-kiem'));
    await settled(page);
    const found = page.getByRole('main').getByRole('article');
    await page.getByRole('navigation', { name: say('Loại kết quả') }).getByRole('link', { name: say('Nhu cầu') }).click();
    await expect(page).toHaveURL(/loai=NEED/);
    await settled(page);
    if (isMobile) await page.getByText(say('Bộ lọc'), { exact: true }).click();
    const place = page.getByRole('group', { name: say('Tỉnh, thành phố') });
    const haiPhong = place.getByRole('checkbox', { name: /Hải Phòng|Haiphong/ });
    const count = Number(/\((\d+)\)/.exec((await haiPhong.locator('..').textContent()) ?? '')?.[1]);
    await haiPhong.check();
    await expect(page).toHaveURL(/tinh=vn34-31/);
    await settled(page);
    await expect(haiPhong).toBeFocused();
    await expect(found).toHaveCount(count);
    for (const text of await found.allTextContents()) expect(text).toMatch(/Hải Phòng|Haiphong/);
    await page.getByLabel(say('Từ'), { exact: true }).fill('nhiều');
    await page.getByRole('button', { name: say('Lọc theo kinh phí') }).click();
    await expect(page.getByLabel(say('Từ'), { exact: true })).toBeFocused();
    await page.getByLabel(say('Từ'), { exact: true }).fill('');
    await page.getByLabel(say('Đến'), { exact: true }).fill(language === 'vi' ? '500 tỷ' : '500 billion');
    await page.getByRole('button', { name: say('Lọc theo kinh phí') }).click();
    await expect(page).toHaveURL(/den=500000000000/);
    await settled(page);
    const chips = page.getByRole('list', { name: say('Đang lọc theo') });
    await expect(chips.getByRole('button')).toHaveCount(3);
    await audit(page);
    // Somebody else opens the same address.
    await page.reload();
    await settled(page);
    await expect(chips.getByRole('button')).toHaveCount(3);
    await chips.getByRole('button').first().click();
    await expect(page).not.toHaveURL(/tinh=/);
    await chips.getByRole('button', { name: say('Bỏ mọi điều kiện') }).click();
    await expect(page).toHaveURL(/\/tim-kiem$/);
  });

  // A phone has no arrow keys.
  test(`titles are suggested, by keyboard alone, in ${language}`, { tag: '@desk' }, async ({ page, request }) => {
    await indexed(request);
    await page.goto(address(language, '/gioi-thieu'));
    await settled(page);
    const box = page.getByRole('combobox', { name: say('Tìm trên i-Forum') });
    await page.keyboard.press('/');
    await expect(box).toBeFocused();
    await expect(box).toHaveAttribute('aria-expanded', 'false');
    const typed = language === 'vi' ? 'giam' : 'halve the elec';
    await page.keyboard.type(typed);
    const list = page.getByRole('listbox', { name: say('Gợi ý') });
    await expect(list).toBeVisible();
    await expect(box).toHaveAttribute('aria-expanded', 'true');
    await audit(page);
    const options = list.getByRole('option');
    await page.keyboard.press('ArrowDown');
    await expect(options.first()).toHaveAttribute('aria-selected', 'true');
    await expect(box).toHaveAttribute('aria-activedescendant', (await options.first().getAttribute('id'))!);
    // Back over the first is the last, and forth over the last the first.
    await page.keyboard.press('ArrowUp');
    await expect(options.last()).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Escape');
    await expect(list).toBeHidden();
    await expect(box).toHaveValue(typed);
    await page.keyboard.press('ArrowDown');
    await expect(list).toBeVisible();
    const title = (await options.first().locator('span').first().textContent()) ?? '';
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeFocused();
    await expect(list).toBeHidden();
  });
}

test('the next page of results begins at its first one', async ({ page, request }) => {
  await indexed(request);
  await page.goto('/tim-kiem');
  await settled(page);
  const first = await page.getByRole('main').getByRole('article').first().textContent();
  await page.getByRole('link', { name: 'Trang sau' }).click();
  await expect(page).toHaveURL(/trang=2/);
  await settled(page);
  await expect(page.getByRole('heading', { level: 2, name: /kết quả$/ })).toBeFocused();
  expect(await page.getByRole('main').getByRole('article').first().textContent()).not.toBe(first);
  await page.getByRole('link', { name: 'Trang trước' }).click();
  await expect(page).toHaveURL(/\/tim-kiem$/);
});

test('nothing found says what may help', async ({ page }) => {
  await page.goto('/tim-kiem?q=xyzzyq&loai=NEED');
  await expect(page.getByRole('heading', { name: 'Không tìm thấy gì như vậy' })).toBeVisible();
  await page.getByRole('button', { name: 'Bỏ mọi điều kiện lọc' }).click();
  await expect(page).toHaveURL(/\/tim-kiem\?q=xyzzyq$/);
  await page.getByRole('button', { name: 'Xem tất cả' }).click();
  await expect(page.getByRole('main').getByRole('article').first()).toBeVisible();
});

test('a visitor who wants to save is led to sign in, and back to the same results', async ({ page }) => {
  await page.goto('/tim-kiem?q=camera');
  await settled(page);
  await page.getByRole('button', { name: 'Lưu tìm kiếm này' }).click();
  const dialog = page.getByRole('dialog', { name: 'Lưu tìm kiếm' });
  await expect(dialog).toBeVisible();
  await dialog.getByRole('link', { name: 'Đăng nhập để lưu' }).click();
  await expect(page).toHaveURL(/dang-nhap\?tiep=/);
  expect(new URL(page.url()).searchParams.get('tiep')).toBe('/tim-kiem?q=camera');
});

// Printed from a desk.
test('results print without the boxes around them', { tag: '@desk' }, async ({ page, request }) => {
  await indexed(request);
  await page.goto('/tim-kiem?q=camera');
  await settled(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('combobox')).toHaveCount(0);
  await expect(page.getByRole('searchbox')).toHaveCount(0);
  await expect(page.getByRole('checkbox')).toHaveCount(0);
  await expect(page.getByRole('main').getByRole('article').first()).toBeVisible();
});

test.describe(() => {
  test.use({ expectedError: /Failed to load resource/ });

  test('a question that is refused is told in words', async ({ page }) => {
    await page.route('**/graphql', (route) => {
      const { query } = route.request().postDataJSON() as { query: string };
      if (!query.includes('query Search(')) return route.continue();
      return route.fulfill({
        contentType: 'application/graphql-response+json',
        body: JSON.stringify({ data: null, errors: [{ message: 'Câu tìm kiếm quá dài. Hãy nhập vài từ khóa.', extensions: { code: 'TOO_LONG', field: 'query' } }] }),
      });
    });
    await page.goto('/tim-kiem?q=camera');
    await expect(page.getByRole('alert')).toHaveText('Câu tìm kiếm quá dài. Hãy nhập vài từ khóa.');
  });
});
