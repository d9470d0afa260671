import type { APIRequestContext } from '@playwright/test';
import { draftAndSend, setUpTotp, sign } from '../agreeing';
import { audit, expect, settled, test } from '../audit';
import { confirm } from '../evaluating';
import { askAs, newcomer, organizationOf, ownPassword, seeded, sendInAs, signIn, type Person } from '../people';
import { letterTo, linkOf, serverTime } from '../server';
import { words } from '../words';

const vi = words('vi');

const as = <Data>(request: APIRequestContext, person: Person, query: string, variables: object) => askAs<Data>(request, person.email, query, variables, ownPassword);

/** A need and an offer that say the same, introduced by the alliance and accepted by both. */
async function mutualMatch(request: APIRequestContext, officer: Person, firm: Person, title: string): Promise<string> {
  const summary = { vi: `Cảm biến mực nước và cảnh báo ngập cho chợ ${title}` };
  const closesAt = new Date((await serverTime(request)).getTime() + 30 * 24 * 3_600_000).toISOString();
  const need = { clientKey: crypto.randomUUID(), organizationId: await organizationOf(request, officer.email, ownPassword), content: { title: { vi: title }, summary, placeId: 'vn34-31', domains: ['ENV'], closesAt } };
  const { createNeed } = await as<{ createNeed: { need: { id: string } } }>(request, officer, 'mutation($input: CreateNeedInput!) { createNeed(input: $input) { need { id } } }', { input: need });
  const id = createNeed.need.id;
  await sendInAs(request, officer.email, id, ownPassword);
  await askAs(request, seeded.moderator, 'mutation($id: ID!) { reviewNeed(input: { needId: $id, decision: APPROVED, rule: COMPLETE }) { need { id } } }', { id });
  const offer = { clientKey: crypto.randomUUID(), organizationId: await organizationOf(request, firm.email, ownPassword), content: { title: { vi: `Giải pháp ${title}` }, summary, domains: ['ENV'] } };
  const { createOffer } = await as<{ createOffer: { offer: { id: string } } }>(request, firm, 'mutation($input: CreateOfferInput!) { createOffer(input: $input) { offer { id } } }', { input: offer });
  await as(request, firm, 'mutation($id: ID!) { submitOffer(input: { offerId: $id }) { offer { id } } }', { id: createOffer.offer.id });
  await askAs(request, seeded.moderator, 'mutation($id: ID!) { reviewOffer(input: { offerId: $id, decision: APPROVED, rule: COMPLETE }) { offer { id } } }', { id: createOffer.offer.id });
  let found = '';
  await expect(async () => {
    const { need: ranked } = await as<{ need: { matches: { nodes: { id: string; offer: { id: string } }[] } } }>(request, officer, 'query($id: ID!) { need(id: $id) { matches { nodes { id offer { id } } } } }', { id });
    found = ranked.matches.nodes.find((match) => match.offer.id === createOffer.offer.id)?.id ?? '';
    expect(found).not.toBe('');
  }).toPass({ timeout: 60_000 });
  await askAs(request, seeded.moderator, 'mutation($id: ID!) { introduceMatch(input: { matchId: $id }) { match { id } } }', { id: found });
  for (const person of [officer, firm]) await as(request, person, 'mutation($id: ID!) { acceptMatch(input: { matchId: $id }) { match { id } } }', { id: found });
  return found;
}

test('from a mutual match to an agreement that both sides signed, and a milestone met', async ({ newPerson, request }) => {
  test.setTimeout(600_000);
  const title = `Báo ngập chợ ${crypto.randomUUID().slice(0, 8)}`;
  const officer = await newcomer(request, 'can-bo');
  const firm = await newcomer(request, 'cong-ty', 'vi', 'PRIVATE_CO');
  const match = await mutualMatch(request, officer, firm, title);
  const [desk, works, visitor] = [await newPerson(), await newPerson(), await newPerson()];
  await signIn(desk, officer.email, 'vi', ownPassword);
  await signIn(works, firm.email, 'vi', ownPassword);
  const secrets = { desk: await setUpTotp(desk), works: await setUpTotp(works) };
  let agreement = '';

  await test.step('the officer drafts it from the match, adds a milestone and sends it', async () => {
    await desk.goto(`/ket-noi/${match}`);
    await settled(desk);
    agreement = await draftAndSend(desk, title);
    await expect(desk.getByRole('main')).toContainText(/Đang chờ .*: bên đó đọc, sửa hoặc đồng ý\./);
  });

  await test.step('the firm reads the letter, changes an article, and sees what changed', async () => {
    await works.goto(linkOf(await letterTo(request, firm.email, 'agreement_news', `Đến lượt bạn xem bản thỏa thuận: ${title}`)));
    await expect(works).toHaveURL(`/thoa-thuan-cua-toi/${agreement}`);
    await settled(works);
    await expect(works.getByRole('main')).toContainText('Xin xem mốc đầu tiên.');
    await works.locator('[id="content.clauses.0.body.vi"]').fill('Hai bên cùng thử cảnh báo ngập trong mười hai tháng.');
    await works.getByRole('button', { name: vi('Gửi bản này cho bên kia'), exact: true }).click();
    await confirm(works, 'Gửi bản này');
    await desk.goto(linkOf(await letterTo(request, officer.email, 'agreement_news', `Đến lượt bạn xem bản thỏa thuận: ${title}`)));
    await settled(desk);
    await expect(desk.getByText(vi('Đã sửa'), { exact: true })).toBeVisible();
    await expect(desk.getByRole('main').locator('ins').filter({ hasText: 'mười hai tháng' })).toBeVisible();
    for (const width of [1280, 360]) {
      await desk.setViewportSize({ width, height: 900 });
      await audit(desk);
    }
    await desk.setViewportSize({ width: 1280, height: 900 });
  });

  await test.step('the officer accepts; both sign after a fresh proof; the paper is a PDF', async () => {
    await desk.getByRole('main').getByRole('button', { name: vi('Đồng ý với bản này'), exact: true }).click();
    await confirm(desk, 'Đồng ý với bản này');
    await letterTo(request, firm.email, 'agreement_news', `Thỏa thuận chờ ký: ${title}`);
    await sign(desk, secrets.desk);
    await expect(desk.getByRole('main')).toContainText(/Bên bạn đã ký\. Đang chờ .* ký\./);
    await works.goto(linkOf(await letterTo(request, firm.email, 'agreement_news', `Bên kia đã ký: ${title}`)));
    await settled(works);
    await sign(works, secrets.works);
    await expect(works.getByRole('main').getByText(vi('Đang hiệu lực'), { exact: true })).toBeVisible();
    await letterTo(request, officer.email, 'agreement_news', `Thỏa thuận có hiệu lực: ${title}`);
    const [download] = await Promise.all([works.waitForEvent('download'), works.getByRole('button', { name: vi('Tải bản PDF') }).click()]);
    expect(download.suggestedFilename()).toMatch(/\.pdf$/);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    expect(Buffer.concat(chunks).subarray(0, 5).toString()).toBe('%PDF-');
  });

  await test.step('the firm reports the milestone, the officer decides that it is met', async () => {
    await works.getByRole('button', { name: /^Báo cáo/ }).first().click();
    await confirm(works, 'Gửi báo cáo', 'Bằng chứng', 'Biên bản nghiệm thu mười hai cảm biến.');
    await desk.goto(linkOf(await letterTo(request, officer.email, 'agreement_news', `Báo cáo mốc tiến độ: ${title}`)));
    await settled(desk);
    await expect(desk.getByRole('main')).toContainText('Biên bản nghiệm thu mười hai cảm biến.');
    await desk.getByRole('button', { name: /^Kết luận/ }).first().click();
    await confirm(desk, 'Ghi kết luận');
    await expect(desk.getByRole('main').getByText(vi('Đạt'), { exact: true }).first()).toBeVisible();
    await letterTo(request, firm.email, 'agreement_news', `Kết luận mốc tiến độ: ${title}`);
    await audit(desk);
  });

  await test.step('everybody finds it, as much as both let them, and checks the paper by its code', async () => {
    await visitor.goto(`/thoa-thuan/${agreement}`);
    await expect(visitor.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await expect(visitor.getByRole('main')).toContainText('Lắp mười hai cảm biến');
    await expect(visitor.getByRole('main')).not.toContainText('Hai bên cùng thử cảnh báo ngập');
    await audit(visitor);
    await visitor.locator('a[href*="/thoa-thuan/ban/"]').click();
    await expect(visitor.getByRole('main')).toContainText(vi('Đây đúng là bản hai bên đã ký.'));
    await audit(visitor);
  });
});
