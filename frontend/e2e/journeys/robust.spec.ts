import type { Locator, Page } from '@playwright/test';
import { expect, settled, test } from '../audit';
import { askAs, password, seeded, signIn } from '../people';
import { freshCode, letterTo, pass } from '../server';

const title = (page: Page) => page.getByRole('group', { name: 'Tên nhu cầu' }).getByRole('textbox', { name: 'Tiếng Việt' });
const summary = (page: Page) => page.getByRole('group', { name: 'Tóm tắt' }).getByRole('textbox', { name: 'Tiếng Việt' });
const saved = (page: Page) => expect(page.getByRole('main').getByText(/^Đã lưu \d+:\d+/)).toBeVisible({ timeout: 30_000 });

/** A draft of the officer's own, in the editor. */
async function beginNeed(page: Page, text: string) {
  await signIn(page, seeded.officer);
  await page.getByRole('link', { name: 'Đăng nhu cầu' }).first().click();
  await title(page).fill(text);
  await expect(page).toHaveURL(/\/need_\w+\/soan/);
  await saved(page);
}

test.describe(() => {
  // The browser itself writes the refused request into its console.
  test.use({ expectedError: /status of 401/ });

  test('a token that runs out while somebody writes is renewed, and nobody notices', async ({ page, request }) => {
    await beginNeed(page, 'Chỗ đỗ xe đạp ở ga tàu');
    await pass(request, 20 * 60);
    await summary(page).fill('Viết sau hai mươi phút.');
    await expect(page.getByText('Có thay đổi, sắp lưu…')).toBeVisible();
    await saved(page);
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.reload();
    await expect(summary(page)).toHaveValue('Viết sau hai mươi phút.');
  });

  test('a session that ends while somebody writes costs a password, not the text', async ({ page, context, request }) => {
    await beginNeed(page, 'Đèn đường tự báo hỏng');
    await pass(request, 20 * 60);
    await context.clearCookies();
    await summary(page).fill('Viết khi phiên đã hết.');
    const dialog = page.getByRole('dialog', { name: 'Phiên làm việc đã hết' });
    await expect(dialog).toBeVisible();
    await dialog.getByLabel('Mật khẩu', { exact: true }).fill(password);
    await dialog.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(summary(page)).toHaveValue('Viết khi phiên đã hết.');
    await saved(page);
    await page.reload();
    await expect(title(page)).toHaveValue('Đèn đường tự báo hỏng');
    await expect(summary(page)).toHaveValue('Viết khi phiên đã hết.');
  });
});

test('two windows change one need: both versions are shown, and one is chosen', async ({ page, context }) => {
  await beginNeed(page, 'Trạm sạc xe máy điện');
  const other = await context.newPage();
  await other.goto(page.url());
  await title(other).fill('Trạm sạc xe máy điện ở chung cư');
  await saved(other);
  await title(page).fill('Trạm sạc xe máy điện ở chợ');
  await expect(page.getByRole('heading', { name: 'Bản nháp này đã được sửa ở nơi khác' })).toBeVisible({ timeout: 30_000 });
  const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Tên nhu cầu (tiếng Việt)' }) });
  await expect(row.getByRole('cell')).toHaveText(['Trạm sạc xe máy điện ở chợ', 'Trạm sạc xe máy điện ở chung cư']);
  await page.getByRole('button', { name: 'Giữ bản của tôi' }).click();
  await saved(page);
  await other.reload();
  await expect(title(other)).toHaveValue('Trạm sạc xe máy điện ở chợ');
  await title(page).fill('Trạm sạc xe máy điện ở bến xe');
  await saved(page);
  await summary(other).fill('Soạn ở cửa sổ kia.');
  await other.getByRole('button', { name: 'Lấy bản trên máy chủ' }).click({ timeout: 30_000 });
  await expect(title(other)).toHaveValue('Trạm sạc xe máy điện ở bến xe');
  await expect(summary(other)).toHaveValue('');
});

test.describe(() => {
  test.use({ expectedError: /ERR_INTERNET_DISCONNECTED/ });

  test('without a network the draft says that it is not saved, and saves itself later', async ({ page, context }) => {
    await beginNeed(page, 'Thu gom pin cũ ở trường học');
    await context.setOffline(true);
    await summary(page).fill('Viết khi mất mạng.');
    await expect(page.getByText('Chưa lưu được, sẽ tự thử lại. Hãy giữ trang này mở.')).toBeVisible();
    await context.setOffline(false);
    await saved(page);
    await page.reload();
    await expect(summary(page)).toHaveValue('Viết khi mất mạng.');
  });
});

test('pressing twice hands in one proposal', async ({ page, request }) => {
  const email = 'sales@hpe.example';
  const { needs } = await askAs<{ needs: { nodes: { id: string; title: { vi: string } }[] } }>(
    request,
    email,
    '{ needs(first: 1, filter: { statuses: [OPEN] }) { nodes { id title { vi } } } }',
  );
  const need = needs.nodes[0]!;
  await signIn(page, email);
  await page.goto(`/de-xuat/moi/${need.id}`);
  await page.getByLabel('Tóm tắt').fill('Một lần là đủ.');
  await page.getByLabel('Cách thực hiện').fill('Bấm hai lần.');
  await page.getByLabel('Giá đề xuất').fill('2 tỷ');
  await page.getByLabel('Thời gian thực hiện (tháng)').fill('6');
  await page.getByRole('button', { name: 'Nộp đề xuất' }).dblclick();
  await page.getByRole('dialog').getByRole('button', { name: 'Nộp đề xuất' }).dblclick();
  await expect(page.getByRole('heading', { level: 1, name: 'Đã nộp đề xuất' })).toBeVisible();
  await letterTo(request, email, 'proposal_receipt', need.title.vi);
  await page.goto('/de-xuat');
  await settled(page);
  await expect(page.getByRole('heading', { level: 2, name: need.title.vi })).toHaveCount(1);
});

test('the back button comes back to the filtered list', async ({ page }) => {
  await page.goto('/nhu-cau');
  await page.getByLabel('Tỉnh, thành phố').selectOption('Hải Phòng');
  await page.getByRole('button', { name: 'Tìm', exact: true }).click();
  await expect(page).toHaveURL(/tinh=/);
  await settled(page);
  const filtered = page.url();
  const cards = page.getByRole('main').getByRole('article').getByRole('heading');
  await expect(page.getByRole('main').getByRole('article').first()).toContainText('Hải Phòng');
  const titles = await cards.allTextContents();
  await cards.first().getByRole('link').click();
  await expect(page).toHaveURL(/\/nhu-cau\/need_/);
  await page.goBack();
  await expect(page).toHaveURL(filtered);
  await expect(page.getByLabel('Tỉnh, thành phố')).toHaveValue('vn34-31');
  await expect(cards).toHaveText(titles);
});

test('changing the language keeps a signed-in page and its filter', async ({ page }) => {
  await signIn(page, seeded.officer);
  await page.goto('/co-quan/nhu-cau?trang-thai=OPEN');
  await settled(page);
  await page.getByRole('link', { name: 'English' }).click();
  await expect(page).toHaveURL('/en/co-quan/nhu-cau?trang-thai=OPEN');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText("My organisation's needs");
  await expect(page.getByLabel('Status')).toHaveValue('OPEN');
});

test('the keyboard alone signs in, opens the queue and approves', async ({ page }) => {
  await page.goto('/dang-nhap');
  await settled(page);
  await tabTo(page, page.getByLabel('Thư điện tử'));
  await page.keyboard.type(seeded.moderator);
  await tabTo(page, page.getByLabel('Mật khẩu', { exact: true }));
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Bước xác thực thứ hai' })).toBeFocused();
  await tabTo(page, page.getByLabel('Mã của ứng dụng xác thực'));
  await page.keyboard.type(await freshCode(page.request, seeded.moderator));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Bàn làm việc' })).toBeFocused();
  await tabTo(page, page.getByRole('link', { name: 'Kiểm duyệt', exact: true }), true);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Kiểm duyệt' })).toBeFocused();
  await tabTo(page, page.getByLabel('Loại', { exact: true }));
  await page.keyboard.press('ArrowDown');
  await expect(page).toHaveURL(/loai=NEED/);
  await tabTo(page, page.getByRole('list', { name: 'Hàng chờ' }).getByRole('link').first());
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Nhu cầu' })).toBeFocused();
  const position = page.getByText(/^Mục 1 trên \d+$/);
  await expect(position).toBeVisible();
  const before = Number(/\d+$/.exec((await position.textContent())!)![0]);
  const item = page.getByRole('main').getByRole('heading', { level: 2 }).first();
  const approved = (await item.textContent())!;
  await page.keyboard.press('Control+Enter');
  const dialog = page.getByRole('dialog', { name: 'Duyệt và đăng nhu cầu?' });
  await expect(dialog.getByRole('heading')).toBeFocused();
  await tabTo(page, dialog.getByRole('button', { name: 'Duyệt và đăng' }));
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  if (before > 1) await expect(page.getByText(`Mục 1 trên ${before - 1}`, { exact: true })).toBeVisible();
  await expect(item).not.toHaveText(approved);
  await page.goto(`/nhu-cau?q=${encodeURIComponent(approved)}`);
  await expect(page.getByRole('article').getByRole('link', { name: approved })).toBeVisible();
});

/** Presses Tab until the focus is there. */
async function tabTo(page: Page, target: Locator, backwards = false) {
  await expect(target).toBeVisible();
  await expect(async () => {
    await page.keyboard.press(backwards ? 'Shift+Tab' : 'Tab');
    await expect(target).toBeFocused({ timeout: 1 });
  }).toPass({ intervals: [0] });
}
