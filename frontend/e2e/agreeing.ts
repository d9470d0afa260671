import type { Page } from '@playwright/test';
import { audit, expect, settled } from './audit';
import { confirm } from './evaluating';
import { ownPassword } from './people';
import { codeOf, serverTime } from './server';
import { words } from './words';

const vi = words('vi');

/** An authenticator app, without which nobody signs; gives its secret. */
export async function setUpTotp(page: Page): Promise<string> {
  await page.goto('/tai-khoan');
  await settled(page);
  await page.getByRole('button', { name: vi('Thêm ứng dụng xác thực') }).click();
  const picture = page.getByRole('img', { name: vi('Mã QR để quét bằng ứng dụng xác thực') });
  const proof = page.getByRole('dialog', { name: vi('Xác nhận danh tính') });
  await expect(picture.or(proof).first()).toBeVisible();
  if (await proof.isVisible()) {
    await proof.getByLabel(vi('Mật khẩu'), { exact: true }).fill(ownPassword);
    await proof.getByRole('button', { name: vi('Xác nhận'), exact: true }).click();
    await expect(proof).toBeHidden();
  }
  await expect(picture).toBeVisible();
  const secret = (await page.getByRole('main').getByRole('code').first().textContent()) ?? '';
  await page.getByLabel(vi('Mã đầu tiên')).fill(await codeOf(page.request, secret));
  await page.getByRole('button', { name: vi('Bật bước xác thực thứ hai') }).click();
  await expect(page.getByRole('heading', { level: 1, name: vi('Mã khôi phục của bạn') })).toBeFocused();
  return secret;
}

/** Begins an agreement on the page of a match or a selected proposal, fills it, and sends it to the other side; gives its id. */
export async function draftAndSend(page: Page, title: string): Promise<string> {
  await page.getByRole('button', { name: vi('Soạn thỏa thuận') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(vi('Loại'), { exact: true }).selectOption('PILOT');
  const begins = (await serverTime(page.request)).toISOString().slice(0, 10);
  await dialog.getByLabel(vi('Ngày bắt đầu')).fill(begins);
  await dialog.getByRole('button', { name: vi('Soạn bản nháp') }).click();
  await expect(page).toHaveURL(/\/thoa-thuan-cua-toi\/\w+/);
  const agreement = /thoa-thuan-cua-toi\/(\w+)/.exec(page.url())![1]!;
  await settled(page);
  await page.locator('[id="content.title.vi"]').fill(title);
  await page.locator('[id="content.title.en"]').fill(`Flood warnings ${title}`);
  await page.getByLabel(vi('Người đại diện bên có nhu cầu')).fill('Trần Thị Cán Bộ');
  await page.locator('[id="content.owner.position"]').fill('Giám đốc Sở');
  await page.getByLabel(vi('Người đại diện bên thực hiện')).fill('Lê Văn Công Ty');
  await page.locator('[id="content.partner.position"]').fill('Giám đốc');
  await page.getByRole('button', { name: vi('Thêm mốc tiến độ') }).click();
  const last = page.locator('[id^="content.milestones."][id$=".title.vi"]').last();
  await last.fill('Lắp mười hai cảm biến');
  await page.locator('[id^="content.milestones."][id$=".title.en"]').last().fill('Twelve sensors are up');
  const due = new Date((await serverTime(page.request)).getTime() + 60 * 24 * 3_600_000).toISOString().slice(0, 10);
  await page.locator('[id^="content.milestones."][id$=".dueOn"]').last().fill(due);
  await audit(page);
  await page.getByRole('button', { name: vi('Gửi bản này cho bên kia'), exact: true }).click();
  await confirm(page, 'Gửi bản này', 'Lời nhắn', 'Xin xem mốc đầu tiên.');
  return agreement;
}

/** Reads the consent, agrees, signs; proves who it is where the last proof is too old. */
export async function sign(page: Page, secret: string) {
  await page.getByRole('main').getByRole('button', { name: vi('Ký thỏa thuận') }).click();
  const dialog = page.getByRole('dialog', { name: vi('Ký thỏa thuận') });
  await audit(page);
  await dialog.getByRole('button', { name: vi('Ký'), exact: true }).click();
  const proof = page.getByRole('dialog', { name: vi('Xác nhận danh tính') });
  await expect(proof.or(dialog.getByRole('alert')).first()).toBeVisible();
  if (await proof.isVisible()) {
    await proof.getByLabel(vi('Mã của ứng dụng xác thực')).fill(await codeOf(page.request, secret));
    await proof.getByRole('button', { name: vi('Xác nhận'), exact: true }).click();
    await expect(proof).toBeHidden();
  }
  // Nobody signs what she has not agreed to.
  await expect(dialog.getByRole('alert')).toBeVisible();
  await dialog.getByLabel(vi('Tôi đã đọc và đồng ý với nội dung trên')).check();
  await dialog.getByLabel(vi('Chức vụ của người ký')).fill('Giám đốc');
  await dialog.getByRole('button', { name: vi('Ký'), exact: true }).click();
  await expect(dialog).toBeHidden();
}
