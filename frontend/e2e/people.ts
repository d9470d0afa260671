import type { APIRequestContext, Page } from '@playwright/test';
import { expect, settled } from './audit';
import { freshCode, letterTo, linkOf, pass, serverTime, tokenOf } from './server';
import { address, words, type Language } from './words';

/** The one password of the seeded accounts. */
export const password = 'lien-minh-do-thi-thong-minh';

/** One that nobody guesses, and that is built from nobody's name. */
export const ownPassword = 'ốc sên bò qua cầu tre';

export const seeded = {
  administrator: 'admin@iforum.example',
  moderator: 'moderator@iforum.example',
  officer: 'officer@haiphong.example',
  firm: 'sales@mobifone.example',
  integrator: 'sales@cmc.example',
  expert: 'research@university.example',
};

/** The alliance's staff sign in with two factors. */
const isStaff = (email: string) => email.endsWith('@iforum.example');

/** Address and password; what comes next is for the test. */
export async function firstStep(page: Page, email: string, language: Language = 'vi', secret = password) {
  const say = words(language);
  await page.goto(address(language, '/dang-nhap'));
  await page.getByLabel(say('Thư điện tử')).fill(email);
  await page.getByLabel(say('Mật khẩu'), { exact: true }).fill(secret);
  await page.getByRole('button', { name: say('Đăng nhập'), exact: true }).click();
}

export async function secondStep(page: Page, code: string, language: Language = 'vi') {
  const say = words(language);
  await expect(page.getByRole('heading', { name: say('Bước xác thực thứ hai') })).toBeFocused();
  await page.getByLabel(say('Mã của ứng dụng xác thực')).fill(code);
  await page.getByRole('button', { name: say('Đăng nhập'), exact: true }).click();
}

export async function onDesk(page: Page, language: Language = 'vi') {
  await expect(page).toHaveURL(address(language, '/ban-lam-viec'));
  await settled(page);
}

export async function signIn(page: Page, email: string, language: Language = 'vi', secret = password) {
  await firstStep(page, email, language, secret);
  if (isStaff(email)) await secondStep(page, await freshCode(page.request, email), language);
  await onDesk(page, language);
}

export interface Person {
  name: string;
  email: string;
}

/** From the empty form, by the letter, to the desk. */
export async function register(page: Page, request: APIRequestContext, { name, email }: Person, language: Language, organization: (page: Page) => Promise<void>) {
  const say = words(language);
  await page.goto(address(language, '/dang-ky'));
  await organization(page);
  await page.getByRole('button', { name: say('Tiếp tục') }).click();
  await expect(page.getByRole('heading', { level: 1, name: say('Bạn là ai?') })).toBeFocused();
  await page.getByLabel(say('Họ và tên')).fill(name);
  await page.getByLabel(say('Thư điện tử'), { exact: true }).fill(email);
  await page.getByRole('button', { name: say('Gửi thư xác nhận') }).click();
  await expect(page.getByRole('heading', { level: 1, name: say('Kiểm tra hộp thư') })).toBeFocused();
  await expect(page.getByRole('main')).toContainText(email);
  await page.goto(linkOf(await letterTo(request, email, 'registration', '')));
  await expect(page.getByRole('heading', { level: 1, name: say('Hoàn tất đăng ký') })).toBeVisible();
  await page.getByLabel(say('Mật khẩu'), { exact: true }).fill(ownPassword);
  await page.getByRole('button', { name: say('Tạo tài khoản và đăng nhập') }).click();
  await onDesk(page, language);
}

async function post(request: APIRequestContext, body: object, headers: Record<string, string> = {}): Promise<unknown> {
  const answer = (await (await request.post('/graphql', { data: body, headers })).json()) as { data: unknown; errors?: unknown };
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
  return answer.data;
}

/** Somebody with an account of her own, made through the API and the letter. */
export async function newcomer(request: APIRequestContext, key: string, language: Language = 'vi', kind = 'DEPT', placeId: string | null = null): Promise<Person> {
  const person = { name: `Trần Thị ${key}`, email: `${key}.${crypto.randomUUID().slice(0, 8)}@bokinh.example` };
  const input = {
    clientKey: crypto.randomUUID(),
    ...person,
    locale: language.toUpperCase(),
    newOrganization: { kind, placeId, legalName: { vi: `${kind === 'DEPT' ? 'Sở' : kind === 'COMMUNE_PC' ? 'Ủy ban nhân dân xã' : 'Công ty'} Thử nghiệm ${crypto.randomUUID().slice(0, 8)}` } },
  };
  // From one network address there may be one letter a minute, after the first twenty.
  await pass(request, 60);
  await post(request, { query: 'mutation($input: RequestRegistrationInput!) { requestRegistration(input: $input) { email } }', variables: { input } });
  const token = tokenOf(await letterTo(request, person.email, 'registration', ''));
  const complete = { token, password: ownPassword };
  await post(request, { query: 'mutation($input: SetPasswordInput!) { completeRegistration(input: $input) { expiresAt } }', variables: { input: complete } });
  return person;
}

/** A token of somebody's, by password and, for staff, code. */
async function tokenFor(request: APIRequestContext, email: string, secret: string): Promise<string> {
  const { signIn: first } = (await post(request, {
    query: 'mutation($input: SignInInput!) { signIn(input: $input) { session { accessToken } challenge { challenge } } }',
    variables: { input: { email, password: secret } },
  })) as { signIn: { session: { accessToken: string } | null; challenge: { challenge: string } | null } };
  if (first.session) return first.session.accessToken;
  const { answerChallenge } = (await post(request, {
    query: 'mutation($input: AnswerChallengeInput!) { answerChallenge(input: $input) { accessToken } }',
    variables: { input: { challenge: first.challenge!.challenge, code: await freshCode(request, email) } },
  })) as { answerChallenge: { accessToken: string } };
  return answerChallenge.accessToken;
}

/** Asks the API as somebody, or as nobody; for what a test needs to know or to have begun. */
export async function askAs<Data>(request: APIRequestContext, email: string | null, query: string, variables: object = {}, secret = password): Promise<Data> {
  const headers: Record<string, string> = email ? { authorization: `Bearer ${await tokenFor(request, email, secret)}` } : {};
  return (await post(request, { query, variables }, headers)) as Data;
}

/** The organisation of somebody who belongs to one. */
export async function organizationOf(request: APIRequestContext, email: string, secret = password): Promise<string> {
  const { viewer } = await askAs<{ viewer: { memberships: { organization: { id: string } }[] } }>(request, email, '{ viewer { memberships { organization { id } } } }', {}, secret);
  return viewer.memberships[0]!.organization.id;
}

/** A need of Hải Phòng that is not sent in yet; it closes in two days. */
export async function draftNeed(request: APIRequestContext, title: string): Promise<string> {
  const closesAt = new Date((await serverTime(request)).getTime() + 2 * 24 * 3600 * 1000).toISOString();
  const content = { title: { vi: title }, summary: { vi: 'Đèn cũ tốn điện và hay hỏng.' }, placeId: 'vn34-31', domains: ['ENE'], closesAt };
  const input = { clientKey: crypto.randomUUID(), organizationId: await organizationOf(request, seeded.officer), content };
  const { createNeed } = await askAs<{ createNeed: { need: { id: string } } }>(request, seeded.officer, 'mutation($input: CreateNeedInput!) { createNeed(input: $input) { need { id } } }', { input });
  return createNeed.need.id;
}

/** On the page where a need is read once more: explains whatever has to be explained, and sends it in. */
export async function sendIn(page: Page, language: Language = 'vi') {
  const say = words(language);
  const explain = page.getByRole('button', { name: say('Giải thích vì sao giữ nguyên') });
  await settled(page);
  for (let left = await explain.count(); left > 0; left -= 1) {
    await explain.first().click();
    await page.getByLabel(say('Vì sao giữ nguyên')).fill(language === 'vi' ? 'Đã cân nhắc; giữ nguyên.' : 'Considered; it stays as it is.');
    await page.getByRole('button', { name: say('Lưu giải thích') }).click();
    await expect(explain).toHaveCount(left - 1);
  }
  await page.getByRole('button', { name: say('Gửi để duyệt') }).click();
}

/** To the end of a page: a visitor's page draws what lies far down when she comes near it. */
export async function readOn(page: Page) {
  await settled(page);
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
}

/** As [sendIn], through the API. */
export async function sendInAs(request: APIRequestContext, email: string, needId: string, secret = password) {
  type Flags = { need: { version: number; flags: { code: string; severity: string; justification: string | null }[] } };
  const { need } = await askAs<Flags>(request, email, 'query($id: ID!) { need(id: $id) { version flags { code severity justification } } }', { id: needId }, secret);
  for (const { code } of need.flags.filter(({ severity, justification }) => severity === 'WARNS' && !justification)) {
    const input = { clientKey: crypto.randomUUID(), needId, version: need.version, code, text: 'Đã cân nhắc; giữ nguyên.' };
    await askAs(request, email, 'mutation($input: JustifyNeedFlagInput!) { justifyNeedFlag(input: $input) { need { id } } }', { input }, secret);
  }
  await askAs(request, email, 'mutation($input: NeedIdInput!) { submitNeed(input: $input) { need { id } } }', { input: { needId } }, secret);
}
