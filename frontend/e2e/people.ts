import type { Page } from '@playwright/test';
import { expect, settled } from './audit';
import { address, words, type Language } from './words';

/** The one password of the seeded accounts. */
export const password = 'lien-minh-do-thi-thong-minh';

export const seeded = {
  administrator: 'admin@iforum.example',
  moderator: 'moderator@iforum.example',
  officer: 'officer@haiphong.example',
  firm: 'sales@signify.example',
};

export async function signIn(page: Page, email: string, language: Language = 'vi') {
  const say = words(language);
  await page.goto(address(language, '/dang-nhap'));
  await page.getByLabel(say('Thư điện tử')).fill(email);
  await page.getByLabel(say('Mật khẩu')).fill(password);
  await page.getByRole('button', { name: say('Đăng nhập') }).click();
  await expect(page).toHaveURL(address(language, '/ban-lam-viec'));
  await settled(page);
}
