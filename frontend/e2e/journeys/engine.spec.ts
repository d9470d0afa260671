import type { APIRequestContext } from '@playwright/test';
import { audit, expect, settled, test } from '../audit';
import { askAs, seeded, signIn } from '../people';
import { address, words } from '../words';

interface Advice {
  key: string;
  text: { vi: string; en: string };
}

/** A draft that lacks a budget and a place; nobody else works on it. */
async function draft(request: APIRequestContext): Promise<string> {
  const { viewer } = await askAs<{ viewer: { memberships: { organization: { id: string } }[] } }>(request, seeded.officer, '{ viewer { memberships { organization { id } } } }');
  const content = {
    title: { vi: 'Giảm ùn tắc giờ cao điểm quanh cảng', en: 'Less traffic at rush hour around the port' },
    summary: { vi: 'Xe tải chờ hai giờ trước cổng cảng; cần camera đếm xe và điều hành giao thông.', en: 'Lorries wait two hours; the city wants cameras that count them and traffic control.' },
    domains: ['TRA'],
  };
  const input = { clientKey: crypto.randomUUID(), organizationId: viewer.memberships[0]!.organization.id, content };
  const { createNeed } = await askAs<{ createNeed: { need: { id: string } } }>(request, seeded.officer, 'mutation($input: CreateNeedInput!) { createNeed(input: $input) { need { id } } }', { input });
  return createNeed.need.id;
}

async function adviceOf(request: APIRequestContext, id: string): Promise<Advice[]> {
  const { needSuggestions } = await askAs<{ needSuggestions: { advice: Advice[] } }>(request, seeded.officer, 'query($id: ID!) { needSuggestions(id: $id) { advice { key text { vi en } } } }', { id });
  return needSuggestions.advice;
}

for (const language of ['vi', 'en'] as const) {
  const say = words(language);

  test(`an administrator reads how the engine stands and learns nothing from too few decisions, in ${language}`, async ({ page }) => {
    await signIn(page, seeded.administrator, language);
    await page.getByRole('navigation', { name: say('Khu làm việc') }).getByRole('link', { name: say('Bộ ghép nối') }).click();
    await expect(page.getByRole('heading', { level: 1, name: say('Bộ ghép nối') })).toBeVisible();
    await settled(page);
    const main = page.getByRole('main');

    await test.step('what it runs with, and what to do without a model', async () => {
      await expect(main).toContainText(say('Mặc định ({0})', { 0: 'default-3' }));
      await expect(main).toContainText('[engine] model_folder');
      await expect(main).toContainText('make model');
    });

    await test.step('every histogram says its columns in words', async () => {
      const drawn = main.getByRole('img');
      expect(await drawn.count()).toBeGreaterThan(5);
      for (const one of await drawn.all()) await expect(one).toHaveAccessibleName(/\d–\d+ %: \d/);
    });

    await test.step('how well it ranks, against the aims', async () => {
      const rows = main.getByRole('region', { name: say('Chất lượng xếp hạng') }).getByRole('row');
      await expect(rows).toHaveCount(11);
      await expect(rows.nth(1)).toContainText(say('Đạt', { context: 'aim' }));
    });

    await test.step('learning is refused with what is missing', async () => {
      await main.getByRole('button', { name: say('Học từ quyết định') }).click();
      await expect(main.getByRole('alert').filter({ hasText: /\S/ })).toContainText(language === 'vi' ? /cần ít nhất 10 để học/ : /10 are necessary to learn from/);
      await expect(main).toContainText(say('Chưa học lần nào.'));
      await audit(page);
    });
  });

  test(`an officer is told beside the form what would help, anew after each save, in ${language}`, async ({ page, request }) => {
    const id = await draft(request);
    const before = await adviceOf(request, id);
    const money = before.find(({ key }) => key === 'MONEY');
    expect(money, JSON.stringify(before)).toBeDefined();
    await signIn(page, seeded.officer, language);
    await page.goto(address(language, `/co-quan/nhu-cau/${id}/soan`));
    const advice = page.getByRole('region', { name: say('Điều gì làm tăng điểm phù hợp') });
    await settled(page);
    // It may come after the form, which does not wait for it.
    await expect(advice).toContainText(money!.text[language], { timeout: 30_000 });
    await audit(page);
    await page.getByLabel(say('Từ'), { exact: true }).fill('1000000000');
    await page.getByLabel(say('Đến'), { exact: true }).fill('5000000000');
    await expect(advice).not.toContainText(money!.text[language], { timeout: 30_000 });
    await expect(advice).toBeVisible();
  });

  test(`a firm is told the same of an offer, in ${language}`, async ({ page, request }) => {
    const { offers } = await askAs<{ offers: { nodes: { id: string }[] } }>(request, seeded.firm, '{ offers(filter: { mine: true, statuses: [DRAFT] }) { nodes { id } } }');
    const { id } = offers.nodes[0]!;
    const { offerAdvice } = await askAs<{ offerAdvice: Advice[] }>(request, seeded.firm, 'query($id: ID!) { offerAdvice(id: $id) { key text { vi en } } }', { id });
    expect(offerAdvice.length).toBeGreaterThan(0);
    await signIn(page, seeded.firm, language);
    await page.goto(address(language, `/giai-phap-cua-toi/${id}/soan`));
    await settled(page);
    const advice = page.getByRole('region', { name: say('Điều gì làm tăng điểm phù hợp') });
    for (const { text } of offerAdvice) await expect(advice).toContainText(text[language], { timeout: 30_000 });
  });

  test(`an officer sees who else fits her open need, and nobody else does, in ${language}`, async ({ page, newPerson, request }) => {
    const { needs } = await askAs<{ needs: { nodes: { id: string }[] } }>(request, seeded.officer, '{ needs(filter: { mine: true, statuses: [OPEN] }) { nodes { id } } }');
    interface Suggested {
      experts: { researcher: { name: string } }[];
      consortia: { parties: unknown[] }[];
    }
    const each = needs.nodes.map(({ id }) => `${id}: needSuggestions(id: "${id}") { experts { researcher { name } } consortia { parties { score } } }`);
    const suggested = Object.entries(await askAs<Record<string, Suggested>>(request, seeded.officer, `{ ${each.join(' ')} }`));
    const [id, need] = suggested.find(([, { experts, consortia }]) => experts.length > 0 && consortia.length > 0)!;
    const path = address(language, `/nhu-cau/${id}`);
    await signIn(page, seeded.officer, language);
    await page.goto(path);
    const main = page.getByRole('main');
    await expect(main.getByRole('heading', { name: say('Gợi ý cho nhu cầu này') })).toBeVisible();
    await settled(page);
    const { name } = need.experts[0]!.researcher;

    await test.step('why an expert fits is folded, and opens', async () => {
      await main.getByText(say('Vì sao phù hợp<0>: {0}</0>', { 0: name })).click();
      await expect(main.getByRole('heading', { name: say('Chưa góp điểm') }).first()).toBeVisible();
      for (const width of [1280, 360]) {
        await page.setViewportSize({ width, height: 800 });
        await audit(page);
      }
    });

    await test.step('each consortium says who covers what', async () => {
      const consortium = main.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 4, name: new RegExp(`^(Liên danh|Consortium of) ${need.consortia[0]!.parties.length}`) }) });
      expect(await consortium.first().getByRole('link').count()).toBe(need.consortia[0]!.parties.length);
      await expect(consortium.first()).toContainText(language === 'vi' ? 'Lo: ' : 'Covers: ');
    });

    await test.step('the expert is one click away', async () => {
      await main.getByRole('link', { name }).first().click();
      await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
    });

    await test.step('a visitor sees none of it', async () => {
      const visitor = await newPerson();
      await visitor.goto(path);
      await settled(visitor);
      await expect(visitor.getByText(say('Gợi ý cho nhu cầu này'))).toHaveCount(0);
    });
  });
}
