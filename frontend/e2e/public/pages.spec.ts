import { audit, expect, settled, test } from '../audit';

const pages = ['/', '/nhu-cau', '/nhu-cau?q=khong-co-gi-nhu-vay', '/giai-phap', '/to-chuc', '/dang-nhap', '/dang-ky', '/gioi-thieu', '/tro-nang', '/khong-co-trang-nay'];

for (const prefix of ['', '/en']) {
  for (const path of pages) {
    test(`${prefix}${path} has no barrier`, async ({ page }) => {
      await page.goto(`${prefix}${path}`);
      await settled(page);
      await expect(page.locator('html')).toHaveAttribute('lang', prefix ? 'en' : 'vi');
      await audit(page);
    });
  }

  for (const list of ['/nhu-cau', '/giai-phap', '/to-chuc']) {
    test(`the first page behind ${prefix}${list} has no barrier`, async ({ page }) => {
      await page.goto(`${prefix}${list}`);
      await page.getByRole('main').getByRole('article').first().getByRole('link').first().click();
      await expect(page).toHaveURL(new RegExp(`${list}/.+`));
      await settled(page);
      await audit(page);
    });
  }
}

for (const [prefix, hoangSa, truongSa] of [
  ['/', 'Quần đảo Hoàng Sa', 'Quần đảo Trường Sa'],
  ['/en/', 'Hoàng Sa (Paracel)', 'Trường Sa (Spratly)'],
] as const) {
  test(`the map at ${prefix} has 34 units and both archipelagos by name`, async ({ page }) => {
    await page.goto(prefix);
    await expect(page.locator('[data-archipelago]')).toHaveCount(2);
    await expect(page.locator('svg path[data-code]:not([data-archipelago])')).toHaveCount(34);
    await expect(page.locator('svg text')).toContainText([hoangSa, truongSa]);
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('[data-archipelago]')).toHaveCount(2);
  });
}

test('a page still fits at 320 pixels', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const path of pages) {
    await page.goto(path);
    await settled(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(320);
  }
});
