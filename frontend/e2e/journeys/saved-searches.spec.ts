import type { APIRequestContext } from '@playwright/test';
import { audit, expect, settled, test } from '../audit';
import { askAs, newcomer, ownPassword, seeded, sendInAs, signIn } from '../people';
import { letterTo, linkOf, pass, serverTime } from '../server';
import { address, words } from '../words';

/** A need that is published now, with a word that nothing else has. */
async function publish(request: APIRequestContext, word: string) {
  const { viewer } = await askAs<{ viewer: { memberships: { organization: { id: string } }[] } }>(request, seeded.officer, '{ viewer { memberships { organization { id } } } }');
  const closesAt = new Date((await serverTime(request)).getTime() + 30 * 86_400_000).toISOString();
  const both = (vi: string, en: string) => ({ vi: `${vi} ${word}`, en: `${en} ${word}` });
  const content = {
    title: both('Giảm tiếng ồn ban đêm quanh cảng', 'Less noise at night around the port'),
    summary: both('Người dân quanh cảng cần ngủ yên; cần đo và giảm tiếng ồn ban đêm.', 'People around the port want to sleep; measure the noise and lower it.'),
    description: both('Hiện nay 70 dB lúc nửa đêm, cần dưới 55 dB.', 'It is 70 dB at midnight today and should be below 55 dB.'),
    placeId: 'vn34-31',
    domains: ['ENV'],
    budget: { min: '1000000000', max: '3000000000' },
    deliveryModel: 'SERVICE_LEASE',
    maturityTarget: 2,
    closesAt,
  };
  const ask = <Data>(by: string, query: string, input: object) => askAs<Data>(request, by, query, { input });
  const input = { clientKey: crypto.randomUUID(), organizationId: viewer.memberships[0]!.organization.id, content };
  const { createNeed } = await ask<{ createNeed: { need: { id: string } } }>(seeded.officer, 'mutation($input: CreateNeedInput!) { createNeed(input: $input) { need { id } } }', input);
  const needId = createNeed.need.id;
  await sendInAs(request, seeded.officer, needId);
  await ask(seeded.moderator, 'mutation($input: ReviewNeedInput!) { reviewNeed(input: $input) { need { status } } }', { needId, decision: 'APPROVED', rule: 'COMPLETE' });
}

for (const language of ['vi', 'en'] as const) {
  const say = words(language);
  /** The button that begins so; what it is about follows. */
  const named = (sentence: string) => new RegExp(`^${say(sentence, { 0: '' }).replace(/\W+$/, '')}`);

  test(`a search is saved, heard of, changed and deleted, in ${language}`, async ({ page, request }) => {
    const word = `zq${crypto.randomUUID().replaceAll(/[^a-f]/g, '')}x`;
    const { email } = await newcomer(request, 'search', language);
    await signIn(page, email, language, ownPassword);

    await test.step('it is saved from its results, after saying whether letters come', async () => {
      await page.goto(address(language, `/tim-kiem?q=${word}&loai=NEED&tinh=vn34-31`));
      await settled(page);
      await page.getByRole('button', { name: say('Lưu tìm kiếm này') }).click();
      const dialog = page.getByRole('dialog', { name: say('Lưu tìm kiếm') });
      await expect(dialog.getByLabel(say('Tên gọi'))).toHaveValue(new RegExp(`${word}, .*(Hải Phòng|Haiphong)`));
      // Nothing is agreed to by leaving a choice as it stands.
      await dialog.getByRole('button', { name: say('Lưu'), exact: true }).click();
      await expect(dialog.getByRole('alert')).toContainText(say('Chọn có nhận thư báo hay không.'));
      await dialog.getByRole('radio', { name: say('Trong vài phút') }).check();
      await audit(page);
      await dialog.getByRole('button', { name: say('Lưu'), exact: true }).dblclick();
      await expect(dialog.getByText(say('Đã lưu tìm kiếm'), { exact: true })).toBeVisible();
      await dialog.getByRole('link', { name: say('Xem các tìm kiếm đã lưu') }).click();
      await expect(page.getByRole('heading', { level: 1, name: say('Tìm kiếm đã lưu') })).toBeFocused();
      await expect(page.getByRole('main').getByRole('article')).toHaveCount(1);
      await expect(page.getByText(say('Liên kết vừa mở nói về tìm kiếm này'))).toBeVisible();
    });

    await test.step('a letter says what is new, and leads to the search', async () => {
      await pass(request, 60);
      await publish(request, word);
      await expect(async () => {
        const { search } = await askAs<{ search: { totalCount: number } }>(request, null, 'query($query: String!) { search(query: $query) { totalCount } }', { query: word });
        expect(search.totalCount).toBe(1);
      }).toPass({ timeout: 60_000 });
      await pass(request, 180);
      const letter = await letterTo(request, email, 'search_alert', word);
      expect(letter.text).toContain(word);
      const link = linkOf(letter);
      expect(new URL(link).pathname).toBe(address(language, '/tim-kiem-da-luu'));
      // From elsewhere: to the page that is open already it would only be a jump.
      await page.goto('about:blank');
      await page.goto(link);
      // The address may differ from the one that is open by nothing: no page would be loaded.
      await page.reload();
      const saved = page.getByRole('main').getByRole('article');
      await expect(saved).toContainText(say('Liên kết vừa mở nói về tìm kiếm này'));
      await expect(saved).toContainText(say('Thư gần nhất'));
      await audit(page);
      await saved.getByRole('link').click();
      await expect(page).toHaveURL(/loai=NEED.*tinh=vn34-31|tinh=vn34-31.*loai=NEED/);
      await expect(page.getByRole('main').getByRole('article')).toHaveCount(1);
      await expect(page.getByRole('main').getByRole('article')).toContainText(word);
    });

    await test.step('it gets another name, and no more letters', async () => {
      await page.goto(address(language, '/ban-lam-viec'));
      await page.getByRole('link', { name: say('Tìm kiếm đã lưu') }).click();
      await page.getByRole('main').getByRole('button', { name: named('Sửa<0>: {0}</0>') }).click();
      const dialog = page.getByRole('dialog', { name: say('Sửa tìm kiếm đã lưu') });
      await dialog.getByLabel(say('Tên gọi')).fill('');
      await dialog.getByRole('button', { name: say('Lưu'), exact: true }).click();
      await expect(dialog.getByRole('alert')).toContainText(say('Đặt tên cho tìm kiếm.'));
      await dialog.getByLabel(say('Tên gọi')).fill('Ồn ở cảng');
      await dialog.getByRole('radio', { name: say('Không gửi thư, chỉ lưu lại') }).check();
      await dialog.getByRole('button', { name: say('Lưu'), exact: true }).click();
      await expect(dialog).toBeHidden();
      await expect(page.getByRole('heading', { level: 2, name: 'Ồn ở cảng' })).toBeVisible();
      await expect(page.getByRole('main').getByRole('article')).toContainText(say('Không gửi thư, chỉ lưu lại'));
    });

    await test.step('it is deleted after a question', async () => {
      await page.getByRole('main').getByRole('button', { name: named('Xóa<0>: {0}</0>') }).click();
      const dialog = page.getByRole('dialog', { name: say('Xóa tìm kiếm đã lưu?') });
      await expect(dialog).toContainText('Ồn ở cảng');
      await dialog.getByRole('button', { name: say('Xóa'), exact: true }).click();
      await expect(page.getByRole('heading', { name: say('Chưa có tìm kiếm nào') })).toBeVisible();
      await page.reload();
      await expect(page.getByRole('heading', { name: say('Chưa có tìm kiếm nào') })).toBeVisible();
    });
  });

  test(`a match is explained by what counted, the most first, in ${language}`, async ({ page, request }) => {
    const { matches } = await askAs<{ matches: { nodes: { id: string; score: number; factors: { points: number; weight: number; reasonVi: string; reasonEn: string }[] }[] } }>(
      request,
      seeded.officer,
      '{ matches(filter: { mine: true }, first: 1) { nodes { id score factors { points weight reasonVi reasonEn } } } }',
    );
    const match = matches.nodes[0]!;
    const told = match.factors.filter(({ weight }) => weight > 0);
    const counted = told.filter(({ points }) => points > 0).toSorted((a, b) => b.points - a.points || b.weight - a.weight);
    const reason = (factor: (typeof counted)[number]) => (language === 'vi' ? factor.reasonVi : factor.reasonEn);
    await signIn(page, seeded.officer, language);
    await page.goto(address(language, `/ket-noi/${match.id}`));
    await settled(page);
    const why = page.getByRole('main').locator('section').filter({ has: page.getByRole('heading', { level: 2, name: say('Vì sao phù hợp') }) });
    const bars = why.getByRole('list').first().getByRole('listitem');
    await expect(bars).toHaveCount(counted.length);
    const said = await bars.allTextContents();
    for (const [index, factor] of counted.entries()) expect(said[index]).toContain(reason(factor));
    const silent = why.getByRole('region', { name: say('Chưa góp điểm') });
    for (const factor of told.filter(({ points }) => points <= 0)) await expect(silent).toContainText(reason(factor));
    // The parts are the whole.
    expect(told.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(match.score, 3);
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 800 });
      await audit(page);
    }
  });
}
