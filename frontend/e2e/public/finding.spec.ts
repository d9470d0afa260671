import { expect, settled, test } from '../audit';

test('a need is found without typing the marks, and the search can be shared', async ({ page }) => {
  await page.goto('/nhu-cau');
  await settled(page);
  await page.getByRole('searchbox', { name: 'Từ khóa' }).fill('nuoc thai');
  await page.getByRole('button', { name: 'Tìm', exact: true }).click();
  await expect(page).toHaveURL(/q=nuoc(\+|%20)thai/);
  const found = page.getByRole('main').getByRole('article');
  await expect(found.filter({ hasText: /nước thải/i })).not.toHaveCount(0);
  const titles = await found.getByRole('heading').allTextContents();
  await page.reload();
  await expect(found.getByRole('heading')).toHaveText(titles);
});

test('a filter for a province stays in its select after a reload', async ({ page }) => {
  await page.goto('/nhu-cau?tinh=vn34-31');
  await settled(page);
  const province = page.getByLabel('Tỉnh, thành phố');
  await expect(province).toHaveValue('vn34-31');
  await expect(page.getByRole('main').getByRole('article').first()).toContainText('Hải Phòng');
});

test('nothing found says so, and leads back to everything', async ({ page }) => {
  await page.goto('/nhu-cau?q=khong-co-gi-nhu-vay');
  await expect(page.getByRole('heading', { name: 'Chưa có nhu cầu nào như vậy' })).toBeVisible();
  await page.getByRole('button', { name: 'Xem tất cả nhu cầu' }).click();
  await expect(page).toHaveURL(/\/nhu-cau$/);
  await expect(page.getByRole('main').getByRole('article').first()).toBeVisible();
});

test('the rest of a list comes on request', async ({ page }) => {
  await page.goto('/giai-phap');
  const cards = page.getByRole('main').getByRole('article');
  await expect(cards).toHaveCount(20);
  await page.getByRole('button', { name: 'Xem thêm' }).click();
  await expect(cards.nth(20)).toBeVisible();
});

test('changing the language keeps the page', async ({ page, isMobile }) => {
  await page.goto('/giai-phap?q=camera');
  await settled(page);
  if (isMobile) await page.getByRole('button', { name: 'Danh mục' }).click();
  await page.getByRole('link', { name: 'English' }).click();
  await expect(page).toHaveURL(/\/en\/giai-phap\?q=camera$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What firms and researchers offer');
});

test('going to a page moves the focus to its heading and names the window', async ({ page }) => {
  await page.goto('/nhu-cau');
  const first = page.getByRole('main').getByRole('article').first().getByRole('link').first();
  const title = (await first.textContent()) ?? '';
  await first.click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeFocused();
  await expect(page).toHaveTitle(`${title} – i-Forum Smart City`);
});

// A phone has no Tab.
test('the first Tab leads to the content', { tag: '@desk' }, async ({ page }) => {
  await page.goto('/nhu-cau');
  await settled(page);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Đến nội dung chính' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
});

// A finger uses the table.
test('a province on the map leads to its needs', { tag: '@desk' }, async ({ page }) => {
  await page.goto('/');
  await page.locator('path[data-code="31"]').click();
  await expect(page).toHaveURL(/\/nhu-cau\?tinh=vn34-31$/);
});

test.describe(() => {
  test.use({ expectedError: /Failed to load resource/ });

  test('a server in trouble is told in words, and can be tried again', async ({ page }) => {
    await page.route('**/graphql', (route) => route.abort());
    await page.goto('/nhu-cau');
    await expect(page.getByRole('alert')).toContainText('Không kết nối được với máy chủ');
    await page.unroute('**/graphql');
    await page.getByRole('button', { name: 'Thử lại' }).click();
    await expect(page.getByRole('main').getByRole('article').first()).toBeVisible();
  });
});

// Printed from a desk.
test('a need prints without the frame', { tag: '@desk' }, async ({ page }) => {
  await page.goto('/nhu-cau');
  await page.getByRole('main').getByRole('article').first().getByRole('link').first().click();
  await settled(page);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('contentinfo')).toBeHidden();
  await expect(page.getByRole('navigation')).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Thông tin chính' })).toBeVisible();
  expect((await page.pdf({ format: 'A4', tagged: true })).length).toBeGreaterThan(10_000);
});
