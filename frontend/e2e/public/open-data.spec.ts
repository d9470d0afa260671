import { expect, settled, test } from '../audit';

test('the page says what the open data are, in both languages', async ({ page }) => {
  await page.goto('/du-lieu-mo');
  await settled(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Dữ liệu mở');
  await expect(page.getByRole('link', { name: '/ocds/records.jsonl' })).toHaveAttribute('href', '/ocds/records.jsonl');
  await page.goto('/en/du-lieu-mo');
  await settled(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Open data');
  await expect(page.getByRole('link', { name: /Attribution 4\.0/ })).toBeVisible();
});

test('the footer leads there', async ({ page }) => {
  await page.goto('/nhu-cau');
  await settled(page);
  await page.getByRole('contentinfo').getByRole('link', { name: 'Dữ liệu mở' }).click();
  await expect(page).toHaveURL(/\/du-lieu-mo$/);
});

test("a need's page leads to its process, which names the need", async ({ page, request }) => {
  await page.goto('/nhu-cau');
  await page.getByRole('main').getByRole('article').first().getByRole('link').first().click();
  await expect(page).toHaveURL(/\/nhu-cau\/need_/);
  await settled(page);
  const link = page.getByRole('link', { name: 'Dữ liệu mở của nhu cầu này (OCDS)' });
  const title = await page.getByRole('heading', { level: 1 }).textContent();
  const answer = await request.get((await link.getAttribute('href')) ?? '');
  expect(answer.status()).toBe(200);
  expect(answer.url()).toMatch(/\/ocds\/records\/ocds-xxxxxx-need_[0-9a-f]{32}\.json$/);
  const record = await answer.json();
  expect(record.records[0].compiledRelease.tender.title).toBe(title);
});
