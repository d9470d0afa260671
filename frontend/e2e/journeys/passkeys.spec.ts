import type { Page } from '@playwright/test';
import { audit, expect, settled, test } from '../audit';
import { firstStep, newcomer, onDesk, ownPassword, signIn } from '../people';
import { pass } from '../server';

/** A device with a fingerprint reader that its owner has just touched, as far as the browser knows. */
async function device(page: Page) {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
  });
  return { cdp, authenticatorId };
}

/** The virtual device answers an offer in a field at once: only a browser without such offers waits for the button. */
const withoutOffers = (page: Page) =>
  page.addInitScript(() => {
    PublicKeyCredential.isConditionalMediationAvailable = () => Promise.resolve(false);
  });

const owned = (page: Page) => page.getByRole('list', { name: 'Khóa truy cập' }).getByRole('listitem');
const passkeys = (page: Page) => page.getByRole('region', { name: 'Khóa truy cập' });

async function addPasskey(page: Page, name: string) {
  await page.goto('/tai-khoan');
  await settled(page);
  await passkeys(page).getByRole('button', { name: 'Thêm khóa truy cập' }).click();
  await passkeys(page).getByLabel('Tên của khóa').fill(name);
  await passkeys(page).getByRole('button', { name: 'Tạo khóa truy cập' }).click();
}

async function signOut(page: Page) {
  await page.goto('/dang-xuat');
  await page.getByRole('main').getByRole('button', { name: 'Đăng xuất' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Bạn đã đăng xuất' })).toBeVisible();
}

test('a passkey is added, named, and opens the account: alone, as second factor, as fresh proof', async ({ page, request }) => {
  const { email } = await newcomer(request, 'khoa');
  await withoutOffers(page);
  await device(page);
  await signIn(page, email, 'vi', ownPassword);
  await test.step('add', async () => {
    await addPasskey(page, 'Máy ở cơ quan');
    await expect(page.getByRole('heading', { level: 1, name: 'Mã khôi phục của bạn' })).toBeFocused();
    await page.getByRole('button', { name: 'Tôi đã cất các mã này' }).click();
    await expect(owned(page)).toContainText('Máy ở cơ quan');
    await audit(page);
  });
  await test.step('the same device is not added twice', async () => {
    await addPasskey(page, 'Lần nữa');
    await expect(passkeys(page).getByRole('alert')).toContainText('đã có khóa truy cập');
    await expect(passkeys(page).getByLabel('Tên của khóa')).toHaveValue('Lần nữa');
  });
  await test.step('rename', async () => {
    await passkeys(page).getByRole('button', { name: 'Đổi tên Máy ở cơ quan' }).click();
    const dialog = page.getByRole('dialog', { name: 'Đổi tên khóa truy cập' });
    await dialog.getByLabel('Tên của khóa').fill('Máy mới');
    await dialog.getByRole('button', { name: 'Lưu tên' }).click();
    await expect(dialog).toBeHidden();
    await expect(owned(page)).toContainText('Máy mới');
  });
  await test.step('sign in with it alone', async () => {
    await signOut(page);
    await page.goto('/dang-nhap');
    await page.getByRole('button', { name: 'Đăng nhập bằng khóa truy cập' }).click();
    await onDesk(page);
  });
  await test.step('as the second factor', async () => {
    await signOut(page);
    await firstStep(page, email, 'vi', ownPassword);
    await expect(page.getByRole('heading', { name: 'Bước xác thực thứ hai' })).toBeFocused();
    await audit(page);
    await page.getByRole('button', { name: 'Dùng khóa truy cập' }).click();
    await onDesk(page);
  });
  await test.step('as a fresh proof, then remove it', async () => {
    await pass(request, 11 * 60);
    await page.goto('/tai-khoan');
    await passkeys(page).getByRole('button', { name: 'Xóa Máy mới' }).click();
    await page.getByRole('dialog', { name: 'Xóa khóa truy cập?' }).getByRole('button', { name: 'Xóa khóa' }).click();
    const proof = page.getByRole('dialog', { name: 'Xác nhận danh tính' });
    await proof.getByRole('button', { name: 'Dùng khóa truy cập' }).click();
    await expect(proof).toBeHidden();
    await expect(passkeys(page)).toContainText('Đã xóa khóa truy cập.');
    await expect(owned(page)).toHaveCount(0);
  });
});

test('a passkey that the device does not give leaves the other ways open', async ({ page, request }) => {
  const { email } = await newcomer(request, 'khong');
  await withoutOffers(page);
  const phone = await device(page);
  await signIn(page, email, 'vi', ownPassword);
  await addPasskey(page, 'Máy ở nhà');
  await expect(page.getByRole('heading', { level: 1, name: 'Mã khôi phục của bạn' })).toBeFocused();
  const codes = await page.getByRole('list', { name: 'Mã khôi phục' }).getByRole('listitem').allTextContents();
  await signOut(page);
  await phone.cdp.send('WebAuthn.setUserVerified', { authenticatorId: phone.authenticatorId, isUserVerified: false });
  await firstStep(page, email, 'vi', ownPassword);
  await page.getByRole('button', { name: 'Dùng khóa truy cập' }).click();
  await expect(page.getByRole('alert')).toContainText('Hãy thử lại hoặc dùng cách khác');
  await page.getByRole('button', { name: 'Dùng mã khôi phục' }).click();
  await page.getByLabel('Mã khôi phục').fill(codes[3]!.toUpperCase());
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  await onDesk(page);
});

test('the field of the address offers the passkey', async ({ page, request }) => {
  const { email } = await newcomer(request, 'goi-y');
  await device(page);
  await signIn(page, email, 'vi', ownPassword);
  await addPasskey(page, 'Máy tính bảng');
  await expect(page.getByRole('heading', { level: 1, name: 'Mã khôi phục của bạn' })).toBeFocused();
  await signOut(page);
  // The virtual device chooses by itself what a person would choose from the list in the field.
  await page.goto('/dang-nhap');
  await onDesk(page);
});
