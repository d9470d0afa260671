import type { Page } from '@playwright/test';
import { audit, expect, settled, test } from '../audit';

test('a form that was refused says what to do, and leads to the field', async ({ page }) => {
  await page.goto('/dang-ky');
  const summary = page.getByRole('alert');
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await expect(summary).toBeFocused();
  await expect(summary.getByRole('link')).toHaveText(['Hãy tìm và chọn tổ chức của bạn']);
  await page.getByRole('radio', { name: 'Chưa có: tôi khai mới' }).check();
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await expect(summary.getByRole('link')).toHaveText(['Hãy chọn loại tổ chức', 'Hãy nhập tên pháp lý bằng tiếng Việt hoặc tiếng Anh']);
  await summary.getByRole('link', { name: 'Hãy nhập tên pháp lý' }).click();
  await expect(page.getByLabel('Tên pháp lý bằng tiếng Việt')).toBeFocused();
  await audit(page);
});

test('an organisation is found without marks', async ({ page }) => {
  await page.goto('/en/dang-ky');
  await page.getByRole('searchbox', { name: 'Find organisations' }).fill('hai phong');
  await page.getByRole('radio', { name: /Hai ?phong/i }).first().check();
  await audit(page);
});

test('a wrong password is refused in words, and the email stays', async ({ page }) => {
  await page.goto('/dang-nhap');
  await page.getByLabel('Thư điện tử').fill('ai-do@haiphong.example');
  await page.getByLabel('Mật khẩu', { exact: true }).fill('chắc chắn không phải');
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  await expect(page.getByRole('alert')).toBeFocused();
  await expect(page.getByLabel('Thư điện tử')).toHaveValue('ai-do@haiphong.example');
});

test('a page for members asks to sign in first', async ({ page }) => {
  await page.goto('/ban-lam-viec');
  await expect(page).toHaveURL(/\/dang-nhap\?tiep=/);
  await settled(page);
});

const officer = { email: 'officer@haiphong.example', password: 'lien-minh-do-thi-thong-minh' };

async function signIn(page: Page) {
  await page.goto('/dang-nhap');
  await page.getByLabel('Thư điện tử').fill(officer.email);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(officer.password);
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  await expect(page).toHaveURL(/\/ban-lam-viec$/);
}

test('signing in outlives a reload and ends with signing out', async ({ page }) => {
  await signIn(page);
  await page.reload();
  await settled(page);
  await expect(page).toHaveURL(/\/ban-lam-viec$/);
  await page.goto('/dang-xuat');
  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Bạn đã đăng xuất' })).toBeVisible();
  await page.goto('/ban-lam-viec');
  await expect(page).toHaveURL(/\/dang-nhap/);
});

// The same as on a desktop.
test('a session that ends asks to sign in on top of what was typed', { tag: '@desk' }, async ({ page, context }) => {
  await signIn(page);
  await page.getByRole('link', { name: 'Giải pháp' }).first().click();
  await page.getByRole('searchbox', { name: 'Từ khóa' }).fill('chiếu sáng');
  await context.clearCookies();
  await page.route('**/graphql', (route) =>
    route.fulfill({
      contentType: 'application/graphql-response+json',
      body: JSON.stringify({ data: null, errors: [{ message: 'Hãy đăng nhập lại.', extensions: { code: 'TOKEN_EXPIRED' } }] }),
    }),
  );
  await page.getByRole('button', { name: 'Tìm', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Phiên làm việc đã hết' });
  await expect(dialog).toBeVisible();
  await expect(dialog.getByLabel('Thư điện tử')).toHaveValue(officer.email);
  await page.unroute('**/graphql');
  await dialog.getByLabel('Mật khẩu', { exact: true }).fill(officer.password);
  await dialog.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('searchbox', { name: 'Từ khóa' })).toHaveValue('chiếu sáng');
});
