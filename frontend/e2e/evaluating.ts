import type { APIRequestContext, Page } from '@playwright/test';
import { expect, settled } from './audit';
import { askAs, password } from './people';
import { letterTo, linkOf } from './server';
import { words } from './words';

const vi = words('vi');

/** Presses a button of the dialog that is open, with a text in one field, and waits until it is gone. */
export async function confirm(page: Page, button: string, field?: string, text?: string, context = '') {
  const dialog = page.getByRole('dialog');
  if (field) await dialog.getByLabel(vi(field)).first().fill(text!);
  await dialog.getByRole('button', { name: vi(button, { context }), exact: true }).click();
  await expect(dialog).toBeHidden();
}

/** Scores every bid and hands in, as a member does. */
export async function score(page: Page, needId: string, points: string) {
  await page.goto(`/danh-gia/${needId}`);
  await settled(page);
  const main = page.getByRole('main');
  await expect(main.getByRole('heading', { name: vi('Phiếu chấm của bạn') })).toBeVisible();
  for (const summary of await main.locator('summary').all()) await summary.click();
  for (const box of await main.getByLabel(/^Điểm ?: bên dự/).all()) await box.fill(points);
  for (const box of await main.getByLabel(/^Nhận xét ?: bên dự/).all()) await box.fill(`Nhận xét ${points}`);
  await main.getByRole('button', { name: vi('Nộp phiếu chấm') }).click();
  await confirm(page, 'Nộp phiếu chấm');
  await expect(main.getByRole('heading', { name: vi('Phiếu chấm của bạn') })).toHaveCount(0);
}

/** Invites these to the panel, the first as its chair, and each accepts by her letter. */
export async function seatPanel(request: APIRequestContext, need: string, title: string, panel: { page: Page; email: string; secret?: string }[]) {
  const chair = panel[0]!.page;
  await chair.goto(`/co-quan/danh-gia/${need}`);
  await settled(chair);
  for (const [place, { email, secret }] of panel.entries()) {
    const { viewer } = await askAs<{ viewer: { id: string } }>(request, email, '{ viewer { id } }', {}, secret ?? password);
    await chair.getByLabel(vi('Người được mời')).selectOption(viewer.id);
    if (place === 0) await chair.getByLabel(vi('Làm tổ trưởng')).check();
    await chair.getByRole('button', { name: vi('Gửi lời mời') }).click();
    await expect(chair.getByLabel(vi('Người được mời'))).toHaveValue('');
  }
  for (const { page, email } of panel) {
    await page.goto(linkOf(await letterTo(request, email, 'panel_invitation', title)));
    await page.getByRole('button', { name: vi('Nhận lời', { context: 'panel' }) }).click();
    await confirm(page, 'Nhận lời', undefined, undefined, 'panel');
    await expect(page.getByRole('main').getByText(vi('Đã nhận lời'), { exact: true }).first()).toBeVisible();
  }
}

/** Says of each tie to a bidder why it does not matter. */
export async function discloseAll(page: Page, need: string) {
  await page.goto(`/danh-gia/${need}`);
  await settled(page);
  const disclose = page.getByRole('main').getByRole('button', { name: vi('Công bố', { context: 'panel' }), exact: true });
  while ((await disclose.count()) > 0) {
    const left = await disclose.count();
    await disclose.first().click();
    await confirm(page, 'Công bố', 'Vì sao bạn vẫn khách quan', 'Việc khác, tôi không tham gia.', 'panel');
    await expect(disclose).toHaveCount(left - 1);
  }
}

/** The chair starts the evaluation, once the proposals were opened. */
export async function startEvaluation(page: Page, need: string) {
  await page.goto(`/co-quan/danh-gia/${need}`);
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole('button', { name: vi('Bắt đầu đánh giá') })).toBeVisible({ timeout: 4000 });
  }).toPass({ timeout: 60_000 });
  await page.getByRole('button', { name: vi('Bắt đầu đánh giá') }).click();
}

/** The chair agrees on scores, bidder by bidder, and approves. */
export async function agreeAndApprove(page: Page, scores: [label: string, points: string][]) {
  const main = page.getByRole('main');
  for (const [label, points] of scores) {
    await main.getByLabel(new RegExp(`^Điểm thống nhất ?: bên dự ${label}`)).fill(points);
    await main.getByLabel(new RegExp(`^Ghi chú thống nhất ?: bên dự ${label}`)).fill('Đã trao đổi.');
    await main.getByRole('button', { name: new RegExp(`^Ghi điểm ?: bên dự ${label}`) }).click();
    await expect(main.getByText(vi('Đã ghi: {0}', { 0: `${points},00` }))).toBeVisible();
  }
  await main.getByRole('button', { name: vi('Phê duyệt kết quả') }).click();
  await confirm(page, 'Phê duyệt kết quả');
}
