import type { APIRequestContext, Page } from '@playwright/test';
import { expect, settled } from './audit';
import { address, words, type Language } from './words';

/** The one password of the seeded accounts. */
export const password = 'lien-minh-do-thi-thong-minh';

export const seeded = {
  administrator: 'admin@iforum.example',
  moderator: 'moderator@iforum.example',
  officer: 'officer@haiphong.example',
  firm: 'sales@mobifone.example',
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

/** Asks the API as somebody, or as nobody; for what a test needs to know or to have begun. */
export async function askAs<Data>(request: APIRequestContext, email: string | null, query: string, variables: object = {}): Promise<Data> {
  const post = async (body: object, headers: Record<string, string> = {}) => {
    const answer = (await (await request.post('/graphql', { data: body, headers })).json()) as { data: unknown; errors?: unknown };
    if (answer.errors) throw new Error(JSON.stringify(answer.errors));
    return answer.data;
  };
  if (!email) return (await post({ query, variables })) as Data;
  const { signIn: session } = (await post({
    query: 'mutation($input: SignInInput!) { signIn(input: $input) { accessToken } }',
    variables: { input: { email, password } },
  })) as { signIn: { accessToken: string } };
  return (await post({ query, variables }, { authorization: `Bearer ${session.accessToken}` })) as Data;
}
