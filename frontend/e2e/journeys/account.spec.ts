import type { Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { audit, expect, settled, test } from '../audit';
import { firstStep, newcomer, onDesk, ownPassword, register, seeded, secondStep, signIn } from '../people';
import { codeOf, freshCode, letterTo, linkOf, pass } from '../server';
import { address, words, type Language, type Say } from '../words';

const key = () => crypto.randomUUID().slice(0, 8);
const section = (page: Page, say: Say, name: string) => page.getByRole('region', { name: say(name), exact: true });

async function openAccount(page: Page, language: Language = 'vi') {
  await page.goto(address(language, '/tai-khoan'));
  await settled(page);
}

async function signOut(page: Page, language: Language = 'vi') {
  const say = words(language);
  await page.goto(address(language, '/dang-xuat'));
  await page.getByRole('main').getByRole('button', { name: say('Đăng xuất'), exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: say('Bạn đã đăng xuất') })).toBeVisible();
}

/** Sets up an authenticator app; gives its secret and the recovery codes. */
async function setUpTotp(page: Page, language: Language = 'vi') {
  const say = words(language);
  await openAccount(page, language);
  const factors = section(page, say, 'Bước xác thực thứ hai');
  await factors.getByRole('button', { name: say('Thêm ứng dụng xác thực') }).click();
  await expect(factors.getByRole('img', { name: say('Mã QR để quét bằng ứng dụng xác thực') })).toBeVisible();
  const secret = (await factors.getByRole('code').textContent()) ?? '';
  await factors.getByLabel(say('Mã đầu tiên')).fill(await codeOf(page.request, secret));
  await factors.getByRole('button', { name: say('Bật bước xác thực thứ hai') }).click();
  await expect(page.getByRole('heading', { level: 1, name: say('Mã khôi phục của bạn') })).toBeFocused();
  const codes = await page.getByRole('list', { name: say('Mã khôi phục') }).getByRole('listitem').allTextContents();
  expect(codes).toHaveLength(10);
  return { secret, codes };
}

for (const language of ['vi', 'en'] as const) {
  const say = words(language);

  test(`a person registers by letter, in ${language}`, async ({ page, request }) => {
    const person = { name: 'Vũ Thị Mai', email: `mai.${key()}@bokinh.example` };
    const organization = `Trung tâm Bờ Kinh ${key()}`;
    await register(page, request, person, language, async () => {
      await page.getByRole('radio', { name: say('Chưa có: tôi khai mới') }).check();
      await page.getByLabel(say('Loại tổ chức')).selectOption(say('Đơn vị sự nghiệp công lập'));
      await page.getByLabel(language === 'vi' ? say('Tên pháp lý bằng tiếng Việt') : say('Tên tiếng Anh')).fill(organization);
    });
    await expect(page.getByRole('main')).toContainText(organization);
    // The link worked once.
    await page.goto(linkOf(await letterTo(request, person.email, 'registration', '')));
    await expect(page.getByRole('heading', { level: 1, name: say('Liên kết không còn hiệu lực') })).toBeVisible();
    await expect(page.getByRole('link', { name: say('Đăng ký lại') })).toBeVisible();
  });

  test(`a forgotten password is replaced by letter, in ${language}`, async ({ page, request }) => {
    const { email } = await newcomer(request, key(), language);
    await page.goto(address(language, '/dang-nhap'));
    await page.getByRole('link', { name: say('Quên mật khẩu?') }).click();
    await expect(page.getByRole('heading', { level: 1, name: say('Quên mật khẩu') })).toBeFocused();
    await page.getByLabel(say('Thư điện tử'), { exact: true }).fill(email);
    await page.getByRole('button', { name: say('Gửi liên kết') }).click();
    await expect(page.getByRole('heading', { level: 1, name: say('Kiểm tra hộp thư') })).toBeFocused();
    const link = linkOf(await letterTo(request, email, 'password_reset', ''));
    await page.goto(link);
    // Taken out of the address at once: neither history nor a screenshot keeps it.
    await expect(page).toHaveURL(address(language, '/dat-lai-mat-khau'));
    const field = page.getByLabel(say('Mật khẩu mới'), { exact: true });
    await field.fill('mật khẩu');
    await page.getByRole('button', { name: say('Đặt mật khẩu mới') }).click();
    await expect(page.getByRole('alert')).toBeFocused();
    await expect(field).toHaveValue('mật khẩu');
    await field.fill('bảy con trâu trắng lội sông');
    await page.getByRole('button', { name: say('Đặt mật khẩu mới') }).click();
    await expect(page.getByRole('heading', { level: 1, name: say('Đã đặt mật khẩu mới') })).toBeFocused();
    await firstStep(page, email, language, ownPassword);
    await expect(page.getByRole('alert')).toBeFocused();
    await signIn(page, email, language, 'bảy con trâu trắng lội sông');
    await page.goto(link);
    await page.getByLabel(say('Mật khẩu mới'), { exact: true }).fill('tám con trâu trắng lội sông');
    await page.getByRole('button', { name: say('Đặt mật khẩu mới') }).click();
    await expect(page.getByRole('heading', { level: 1, name: say('Liên kết không còn hiệu lực') })).toBeFocused();
  });

  test(`an authenticator app and its recovery codes, in ${language}`, async ({ page, request }) => {
    const { email } = await newcomer(request, key(), language);
    await signIn(page, email, language, ownPassword);
    const { secret, codes } = await setUpTotp(page, language);
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByText(codes[0]!)).toBeVisible();
    await expect(page.getByRole('button')).toHaveCount(0);
    await page.emulateMedia({ media: null });
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: say('Tải tệp .txt') }).click();
    expect(await readFile(await (await saved).path(), 'utf8')).toContain(codes.join('\r\n'));
    await page.getByRole('button', { name: say('Tôi đã cất các mã này') }).click();
    await expect(section(page, say, 'Bước xác thực thứ hai')).toContainText(say('Đang bật'));
    await signOut(page, language);

    await firstStep(page, email, language, ownPassword);
    await secondStep(page, '000000', language);
    await expect(page.getByRole('alert')).toBeFocused();
    await secondCode(page, await codeOf(request, secret), language);
    await onDesk(page, language);
    await signOut(page, language);

    for (const [code, works] of [
      [codes[0]!, true],
      [codes[0]!, false],
    ] as const) {
      await firstStep(page, email, language, ownPassword);
      await page.getByRole('button', { name: say('Dùng mã khôi phục') }).click();
      await page.getByLabel(say('Mã khôi phục')).fill(code);
      await page.getByRole('button', { name: say('Đăng nhập'), exact: true }).click();
      if (!works) {
        await expect(page.getByRole('alert')).toBeFocused();
        continue;
      }
      await onDesk(page, language);
      await openAccount(page, language);
      await expect(section(page, say, 'Bước xác thực thứ hai')).toContainText(language === 'vi' ? 'còn 9 mã' : '9 left');
      await signOut(page, language);
    }
  });
}

/** Another try at the second step, which is on the screen already. */
async function secondCode(page: Page, code: string, language: Language) {
  const say = words(language);
  await page.getByLabel(say('Mã của ứng dụng xác thực')).fill(code);
  await page.getByRole('button', { name: say('Đăng nhập'), exact: true }).click();
}

const say = words('vi');

test('registration: what another provider said is filled in, the meter says why, the letter comes again after a while', async ({ page, request }) => {
  const email = `an.${key()}@bokinh.example`;
  await page.goto(`/dang-ky#email=${encodeURIComponent(email)}&ten=${encodeURIComponent('Đỗ Văn An')}`);
  await expect(page).toHaveURL('/dang-ky');
  await page.getByRole('searchbox', { name: 'Tìm tổ chức' }).fill('hai phong');
  await page.getByRole('radio', { name: /Hải Phòng/ }).first().check();
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await expect(page.getByLabel('Họ và tên')).toHaveValue('Đỗ Văn An');
  await expect(page.getByLabel('Thư điện tử', { exact: true })).toHaveValue(email);
  await page.goBack();
  await expect(page.getByRole('radio', { name: /Hải Phòng/ }).first()).toBeChecked();
  await page.goForward();
  await page.getByRole('button', { name: 'Gửi thư xác nhận' }).dblclick();
  await expect(page.getByRole('heading', { level: 1, name: 'Kiểm tra hộp thư' })).toBeFocused();
  await expect(page.getByRole('button', { name: 'Gửi lại thư' })).toHaveAttribute('aria-disabled', 'true');
  await expect(page.getByRole('timer')).toContainText('Gửi lại được sau');
  await audit(page);
  const letter = await letterTo(request, email, 'registration', '');
  await page.goto(linkOf(letter));
  await expect(page.getByRole('main')).toContainText('Ủy ban nhân dân thành phố Hải Phòng');
  const field = page.getByLabel('Mật khẩu', { exact: true });
  await field.fill('Đỗ Văn An 1990');
  const verdict = page.getByRole('status').filter({ hasText: 'Độ mạnh' });
  await expect(verdict).toContainText('cần ít nhất 15 ký tự');
  await field.fill('Đỗ Văn An 1990 1990');
  await expect(verdict).toContainText('dễ đoán');
  await field.fill(ownPassword);
  await expect(verdict).toContainText('Dùng được.');
  await expect(field).toHaveAttribute('type', 'password');
  await page.getByRole('button', { name: 'Hiện mật khẩu' }).click();
  await expect(field).toHaveAttribute('type', 'text');
  await audit(page);
  // The link stands nowhere any more, so a page that is loaded anew sends back to the letter.
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Hãy mở trang này bằng liên kết trong thư' })).toBeVisible();
  await page.goto(linkOf(letter));
  await field.fill(ownPassword);
  await page.getByRole('button', { name: 'Tạo tài khoản và đăng nhập' }).click();
  await onDesk(page);
  await expect(page.getByRole('main')).toContainText('Người chủ quản của tổ chức cần chấp thuận');
});

test.describe(() => {
  // The browser itself writes the refused request into its console.
  test.use({ expectedError: /status of 4(01|29)/ });

  test('too many tries are told as a wait that counts down', async ({ page, request }) => {
    const email = `${key()}@bokinh.example`;
    const query = 'mutation($input: SignInInput!) { signIn(input: $input) { session { expiresAt } } }';
    for (let count = 0; count < 10; count += 1) await request.post('/graphql', { data: { query, variables: { input: { email, password: 'sai' } } } });
    await firstStep(page, email, 'vi', 'sai');
    await expect(page.getByRole('alert')).toContainText('Bạn đã thử quá nhiều lần.');
    const timer = page.getByRole('timer');
    await expect(timer).toHaveText(/^Thử lại được sau (1 phút )?\d+ giây\.$/);
    const before = await timer.textContent();
    await expect(timer).not.toHaveText(before!);
    await audit(page);
  });

  test('a session that ends asks for both steps on top of the page', async ({ page, context, request }) => {
    const { email } = await newcomer(request, key());
    await signIn(page, email, 'vi', ownPassword);
    const { secret } = await setUpTotp(page);
    await page.getByRole('button', { name: 'Tôi đã cất các mã này' }).click();
    const tokens = section(page, say, 'Mã truy cập cho chương trình');
    await tokens.getByRole('button', { name: 'Tạo mã truy cập' }).click();
    await tokens.getByLabel('Tên của mã').fill('Viết trước khi phiên hết');
    await pass(request, 20 * 60);
    await context.clearCookies();
    await section(page, say, 'Những điều bạn đồng ý').getByRole('checkbox').first().click();
    const dialog = page.getByRole('dialog', { name: 'Phiên làm việc đã hết' });
    await dialog.getByLabel('Mật khẩu', { exact: true }).fill(ownPassword);
    await dialog.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
    await expect(dialog.getByRole('heading', { name: 'Bước xác thực thứ hai' })).toBeFocused();
    await dialog.getByLabel('Mã của ứng dụng xác thực').fill(await codeOf(request, secret));
    await dialog.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(tokens.getByLabel('Tên của mã')).toHaveValue('Viết trước khi phiên hết');
  });

  test('another device is signed out, and finds out', async ({ page, request, newPerson }) => {
    const { email } = await newcomer(request, key());
    await signIn(page, email, 'vi', ownPassword);
    const other = await newPerson();
    await signIn(other, email, 'vi', ownPassword);
    await openAccount(page);
    const devices = section(page, say, 'Thiết bị đang đăng nhập');
    await expect(devices.getByText('Thiết bị này', { exact: true })).toHaveCount(1);
    await devices.getByRole('button', { name: 'Đăng xuất mọi thiết bị khác' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Đăng xuất', exact: true }).click();
    await expect(devices).toContainText('Đã đăng xuất mọi thiết bị khác.');
    await expect(devices.getByRole('listitem')).toHaveCount(1);
    await other.getByRole('link', { name: 'Hồ sơ' }).click();
    await other.getByLabel('Họ và tên').fill('Tên khác');
    await other.getByRole('button', { name: 'Lưu hồ sơ' }).click();
    await expect(other.getByRole('dialog', { name: 'Phiên làm việc đã hết' })).toBeVisible();
    await page.reload();
    await expect(devices.getByText('Thiết bị này', { exact: true })).toHaveCount(1);
  });
});

test('one device among several is signed out', async ({ page, request }) => {
  const { email } = await newcomer(request, key());
  await signIn(page, email, 'vi', ownPassword);
  await openAccount(page);
  const devices = section(page, say, 'Thiết bị đang đăng nhập');
  await expect(devices.getByRole('listitem')).toHaveCount(2);
  await devices.getByRole('button', { name: /^Đăng xuất Thiết bị không rõ/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Đăng xuất', exact: true }).click();
  await expect(devices.getByRole('listitem')).toHaveCount(1);
});

test('what concerns safety asks once more who it is, and loses nothing that was typed', async ({ page, request }) => {
  const { email } = await newcomer(request, key());
  await signIn(page, email, 'vi', ownPassword);
  await openAccount(page);
  await pass(request, 11 * 60);
  const change = section(page, say, 'Mật khẩu');
  await change.getByRole('button', { name: 'Đổi mật khẩu' }).click();
  await change.getByLabel('Mật khẩu mới', { exact: true }).fill('chín con cò bay qua đồng');
  await change.getByRole('button', { name: 'Lưu mật khẩu mới' }).click();
  const dialog = page.getByRole('dialog', { name: 'Xác nhận danh tính' });
  await expect(dialog.getByRole('heading')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(change.getByRole('alert')).toBeFocused();
  await expect(change.getByLabel('Mật khẩu mới', { exact: true })).toHaveValue('chín con cò bay qua đồng');
  await change.getByRole('button', { name: 'Lưu mật khẩu mới' }).click();
  await dialog.getByLabel('Mật khẩu', { exact: true }).fill('không phải');
  await dialog.getByRole('button', { name: 'Xác nhận' }).click();
  await expect(dialog.getByRole('alert')).toBeFocused();
  await dialog.getByLabel('Mật khẩu', { exact: true }).fill(ownPassword);
  await dialog.getByRole('button', { name: 'Xác nhận' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.locator(':focus')).toContainText('Đã đổi mật khẩu.');
  await signOut(page);
  await signIn(page, email, 'vi', 'chín con cò bay qua đồng');
});

test('a token for a program is shown once, works, and is revoked', async ({ page, request }) => {
  const { email } = await newcomer(request, key());
  await signIn(page, email, 'vi', ownPassword);
  await openAccount(page);
  const tokens = section(page, say, 'Mã truy cập cho chương trình');
  await tokens.getByRole('button', { name: 'Tạo mã truy cập' }).click();
  await tokens.getByRole('button', { name: 'Tạo mã', exact: true }).click();
  await expect(tokens.getByRole('alert')).toContainText('Hãy đặt tên');
  await tokens.getByLabel('Tên của mã').fill('Báo cáo hằng tuần');
  await expect(tokens.getByRole('checkbox', { name: 'Quyết định thay Liên minh' })).toHaveCount(0);
  await tokens.getByRole('button', { name: 'Tạo mã', exact: true }).click();
  const secret = (await tokens.getByRole('code').textContent()) ?? '';
  expect(secret).toMatch(/^iforum_pat_/);
  await audit(page);
  const ask = async () => (await request.post('/graphql', { data: { query: '{ viewer { email } }' }, headers: { authorization: `Bearer ${secret}` } })).json();
  expect(await ask()).toMatchObject({ data: { viewer: { email } } });
  await page.reload();
  await expect(tokens.getByRole('listitem')).toContainText('Báo cáo hằng tuần');
  await expect(tokens.getByRole('code')).toHaveCount(0);
  await tokens.getByRole('button', { name: 'Thu hồi Báo cáo hằng tuần' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Thu hồi mã' }).click();
  await expect(page.locator(':focus')).toContainText('Đã thu hồi mã truy cập.');
  expect(await ask()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
});

test('an address changes when the old and the new one agree', async ({ page, request, newPerson }) => {
  const { email } = await newcomer(request, key());
  const fresh = `moi.${email}`;
  await signIn(page, email, 'vi', ownPassword);
  await openAccount(page);
  const own = section(page, say, 'Địa chỉ thư điện tử');
  await own.getByRole('button', { name: 'Đổi địa chỉ' }).click();
  await own.getByLabel('Địa chỉ mới').fill(fresh);
  await own.getByRole('button', { name: 'Gửi thư xác nhận' }).click();
  await expect(own).toContainText(`Đang đổi sang ${fresh}`);
  const mailbox = await newPerson();
  await mailbox.goto(linkOf(await letterTo(request, fresh, 'email_change_new', '')));
  await expect(mailbox).toHaveURL('/doi-email');
  await mailbox.getByRole('button', { name: 'Tôi đồng ý đổi' }).click();
  await expect(mailbox.getByRole('heading', { level: 1, name: 'Đã ghi nhận bạn đồng ý' })).toBeFocused();
  await expect(mailbox.getByRole('main')).toContainText('Còn chờ địa chỉ hiện tại');
  await audit(mailbox);
  await page.goto(linkOf(await letterTo(request, email, 'email_change_old', '')));
  await page.getByRole('button', { name: 'Tôi đồng ý đổi' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Đã đổi địa chỉ thư điện tử' })).toBeFocused();
  await page.getByRole('link', { name: 'Xem tài khoản và bảo mật' }).click();
  await expect(own).toContainText(fresh);
  await signOut(page);
  await signIn(page, fresh, 'vi', ownPassword);
});

test('what one agrees to, and what is kept of one', async ({ page, request }) => {
  const { email } = await newcomer(request, key());
  await signIn(page, email, 'vi', ownPassword);
  await openAccount(page);
  const consents = section(page, say, 'Những điều bạn đồng ý');
  for (const box of await consents.getByRole('checkbox').all()) await expect(box).not.toBeChecked();
  await consents.getByRole('checkbox', { name: 'Bản tin hằng tuần' }).check();
  await expect(consents).toContainText('theo lời văn ngày');
  await page.reload();
  await expect(consents.getByRole('checkbox', { name: 'Bản tin hằng tuần' })).toBeChecked();
  await consents.getByRole('checkbox', { name: 'Bản tin hằng tuần' }).uncheck();
  await expect(consents).not.toContainText('theo lời văn ngày');
  const saved = page.waitForEvent('download');
  await section(page, say, 'Dữ liệu của bạn').getByRole('button', { name: 'Tải dữ liệu của tôi' }).click();
  const data = JSON.parse(await readFile(await (await saved).path(), 'utf8')) as { account: { email: string } };
  expect(data.account.email).toBe(email);
});

for (const language of ['vi', 'en'] as const) {
  test(`an account is closed for ever, in ${language}`, async ({ page, request }) => {
    const spoken = words(language);
    const { email } = await newcomer(request, key(), language);
    await signIn(page, email, language, ownPassword);
    await openAccount(page, language);
    const end = section(page, spoken, 'Đóng tài khoản');
    await end.getByRole('button', { name: spoken('Tôi muốn đóng tài khoản') }).click();
    await end.getByRole('button', { name: spoken('Đóng tài khoản vĩnh viễn') }).click();
    await expect(end.getByRole('alert')).toBeFocused();
    await audit(page);
    await end.getByLabel(spoken('Nhập địa chỉ thư điện tử của bạn để xác nhận')).fill(email);
    await end.getByRole('button', { name: spoken('Đóng tài khoản vĩnh viễn') }).click();
    await expect(page.getByRole('heading', { level: 1, name: spoken('Tài khoản của bạn đã đóng') })).toBeVisible();
    await letterTo(request, email, 'account_closed', '');
    await firstStep(page, email, language, ownPassword);
    await expect(page.getByRole('alert')).toBeFocused();
  });
}

test('a sign-in that comes back from another provider goes on, or says what to do', async ({ page, request }) => {
  await page.goto('/dang-nhap#loi=nha-cung-cap');
  await expect(page.getByRole('alert')).toContainText('Chưa đăng nhập được qua nhà cung cấp kia');
  await expect(page).toHaveURL('/dang-nhap');
  const begun = await (
    await request.post('/graphql', {
      data: {
        query: 'mutation($input: SignInInput!) { signIn(input: $input) { challenge { challenge } } }',
        variables: { input: { email: seeded.administrator, password: 'lien-minh-do-thi-thong-minh' } },
      },
    })
  ).json();
  await page.goto('/gioi-thieu');
  await page.goto(`/dang-nhap#buoc-hai=${begun.data.signIn.challenge.challenge}`);
  await secondStep(page, await freshCode(request, seeded.administrator));
  await onDesk(page);
  await signOut(page);
  // The provider's way back sets the cookie; here the browser's own request does.
  await page.request.post('/graphql', {
    data: {
      query: 'mutation($input: SignInInput!) { signIn(input: $input) { session { expiresAt } } }',
      variables: { input: { email: seeded.officer, password: 'lien-minh-do-thi-thong-minh' } },
    },
  });
  await page.goto('/dang-nhap#xong');
  await onDesk(page);
});

test('on the way to another provider it is remembered where the reader was going', async ({ page }) => {
  // No provider is configured here; the API's own tests have one.
  await page.route('**/graphql', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: (await answer.text()).replace('"signInProvider":null', '"signInProvider":"VNeID"') });
  });
  await page.goto('/ho-so');
  await expect(page).toHaveURL(/\/dang-nhap\?tiep=/);
  const provider = page.getByRole('link', { name: 'Đăng nhập bằng VNeID' });
  await expect(provider).toHaveAttribute('href', '/oidc/start?lang=vi');
  await page.request.post('/graphql', {
    data: {
      query: 'mutation($input: SignInInput!) { signIn(input: $input) { session { expiresAt } } }',
      variables: { input: { email: seeded.officer, password: 'lien-minh-do-thi-thong-minh' } },
    },
  });
  await page.route('**/oidc/start*', (route) => route.fulfill({ status: 303, headers: { location: '/dang-nhap#xong' } }));
  await provider.click();
  await expect(page).toHaveURL('/ho-so');
  await settled(page);
});

test('who needs a second factor is told what waits, at the desk and where the right is missing', async ({ page }) => {
  // No planted person is without one: the answer is what the server gives to somebody who is.
  await page.route('**/graphql', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: (await answer.text()).replaceAll('"secondFactorMissing":false', '"secondFactorMissing":true') });
  });
  await signIn(page, seeded.officer);
  await expect(page.getByRole('main')).toContainText('Cần bước xác thực thứ hai');
  await audit(page);
  await page.getByRole('link', { name: 'Thiết lập ngay' }).click();
  await expect(page).toHaveURL('/tai-khoan#buoc-hai');
  await expect(section(page, say, 'Bước xác thực thứ hai')).toBeInViewport();
  await page.goto('/quan-tri');
  await expect(page.getByRole('main')).toContainText('quyền của bạn đang chờ bước xác thực thứ hai');
  await audit(page);
});

test('a link that leaves a list opens a page, and a broken one says so', async ({ page }) => {
  await page.goto('/en/roi-danh-sach/weekly_digest.user_00000000000000000000000000000000.proof');
  await expect(page.getByRole('main')).toContainText('Weekly digest');
  await page.route('**/roi-danh-sach/**', (route) => (route.request().method() === 'POST' ? route.fulfill({ status: 204 }) : route.continue()));
  await page.getByRole('button', { name: 'Stop sending them to me' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'You will not get it any more' })).toBeFocused();
});
