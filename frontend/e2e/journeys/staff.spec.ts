import type { APIRequestContext, Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { organizationOf, owners, report } from '../alliance';
import { audit, expect, settled, test } from '../audit';
import { askAs, firstStep, newcomer, onDesk, ownPassword, seeded, signIn } from '../people';
import { freshCode, letterTo, linkOf, pass } from '../server';
import { address, words, type Language, type Say } from '../words';

const verifier = 'verifier@iforum.example';
const key = () => crypto.randomUUID().slice(0, 8);

/** Some published offer that nobody has reported yet, with the address of its owner. */
async function offerOf(request: APIRequestContext, owner: string, nth: number): Promise<{ id: string; title: Record<Language, string> }> {
  interface Mine {
    offers: { nodes: { id: string; status: string; hiddenFor: string[]; title: Record<Language, string | null> }[] };
  }
  const { offers } = await askAs<Mine>(request, owner, '{ offers(filter: { mine: true, statuses: [PUBLISHED] }) { nodes { id status hiddenFor title { vi en } } } }');
  const offer = offers.nodes.filter(({ hiddenFor }) => hiddenFor.length === 0)[nth]!;
  const { vi, en } = offer.title;
  return { id: offer.id, title: { vi: vi ?? en ?? '', en: en ?? vi ?? '' } };
}

async function openQueue(page: Page, search = '', language: Language = 'vi') {
  await page.goto(address(language, `/quan-tri${search}`));
  await settled(page);
}

const item = (page: Page, say: Say, name: string | RegExp) => page.getByRole('list', { name: say('Hàng chờ') }).getByRole('link', { name });

/** A decision with a rule and a reason, in the open dialog. */
async function decide(page: Page, say: Say, title: string, decision: string | null, reason: string, button: string) {
  const dialog = page.getByRole('dialog', { name: title });
  if (decision) await dialog.getByRole('radio', { name: say(decision) }).check();
  if ((await dialog.getByLabel(say('Quy tắc'), { exact: true }).inputValue()) === '') await dialog.getByLabel(say('Quy tắc'), { exact: true }).selectOption(say('Sai sự thật hoặc gây hiểu lầm'));
  await dialog.getByLabel(say('Lý do')).fill(reason);
  await dialog.getByRole('button', { name: button, exact: true }).click();
}

for (const [language, nth] of [
  ['vi', 0],
  ['en', 1],
] as const) {
  test(`a report, a letter, an appeal, and somebody else who decides, in ${language}`, async ({ newPerson, request }) => {
    const say = words(language);
    const owner = 'sales@cmc.example';
    const offer = await offerOf(request, owner, nth);
    const title = offer.title[language];
    const [reader, moderator, administrator, firm, visitor] = [await newPerson(), await newPerson(), await newPerson(), await newPerson(), await newPerson()];
    const path = address(language, `/giai-phap/${offer.id}`);
    const reason = `Chứng cứ không khớp ${key()}`;

    await test.step('a reader reports it', async () => {
      await visitor.goto(path);
      await settled(visitor);
      await expect(visitor.getByRole('button', { name: say('Báo vi phạm') })).toHaveCount(0);
      await signIn(reader, 'officer@danang.example', language);
      await reader.goto(path);
      await reader.getByRole('button', { name: say('Báo vi phạm') }).click();
      const dialog = reader.getByRole('dialog');
      await dialog.getByRole('button', { name: say('Gửi báo cáo') }).click();
      await expect(dialog.getByRole('alert')).toBeFocused();
      await dialog.getByLabel(say('Quy tắc bị vi phạm')).selectOption(say('Sai sự thật hoặc gây hiểu lầm'));
      await dialog.getByLabel(say('Điều gì sai')).fill('Con số về tiết kiệm không có nguồn.');
      await audit(reader);
      await dialog.getByRole('button', { name: say('Gửi báo cáo') }).click();
      await expect(dialog.getByText(say('Cảm ơn bạn. Liên minh sẽ xem và trả lời bạn bằng thư.'))).toBeVisible();
      await dialog.getByRole('button', { name: say('Xong') }).click();
      await reader.goto(address(language, '/tai-khoan'));
      await expect(reader.getByRole('region', { name: say('Nhật ký của bạn') })).toContainText(say('Báo vi phạm', { context: 'record' }));
    });

    await test.step('a moderator finds it right, and it is out of sight', async () => {
      await signIn(moderator, seeded.moderator, language);
      await openQueue(moderator, '?loai=REPORT', language);
      await item(moderator, say, title).last().click();
      await moderator.getByRole('button', { name: say('Quyết định về báo cáo') }).click();
      await decide(moderator, say, say('Quyết định về báo cáo'), 'Có vi phạm: ẩn nội dung này', reason, say('Ghi quyết định'));
      await expect(moderator.getByRole('dialog')).toBeHidden();
      await visitor.goto(path);
      await expect(visitor.getByRole('heading', { level: 1, name: title })).toHaveCount(0);
    });

    await test.step('its owner reads why, and appeals', async () => {
      const letter = await letterTo(request, owner, 'posting_hidden', offer.title.vi);
      expect(letter.text).toContain(reason);
      await signIn(firm, owner, language);
      await firm.goto(path);
      await expect(firm.getByText(say('Nội dung này đang bị ẩn'))).toBeVisible();
      await audit(firm);
      const link = new URL(linkOf(letter)).pathname.replace(/^\/en/, '');
      await firm.getByRole('link', { name: say('Xem quyết định, khiếu nại') }).click();
      await expect(firm).toHaveURL(address(language, link));
      await expect(firm.getByRole('heading', { level: 1, name: say('Quyết định của Liên minh') })).toBeVisible();
      await expect(firm.getByRole('main')).toContainText(reason);
      await expect(firm.getByRole('main')).not.toContainText('Nguyễn Thảo Vy');
      await firm.getByRole('button', { name: say('Gửi khiếu nại') }).click();
      await expect(firm.getByRole('alert')).toBeFocused();
      await firm.getByLabel(say('Vì sao quyết định này không đúng')).fill('Nguồn nằm ở trang 4 của báo cáo kiểm định kèm theo.');
      await firm.getByRole('button', { name: say('Gửi khiếu nại') }).click();
      await expect(firm.getByRole('button', { name: say('Gửi khiếu nại') })).toHaveCount(0);
      await expect(firm.getByRole('main')).toContainText('Nguồn nằm ở trang 4');
    });

    await test.step('who decided first cannot decide again', async () => {
      await openQueue(moderator, '?loai=APPEAL&pham-vi=tat-ca', language);
      await item(moderator, say, title).last().click();
      await expect(moderator.getByText(say('Khiếu nại này do người khác quyết định: không phải người quyết định lần đầu, không phải người của tổ chức liên quan, và có quyền đối với loại việc này.'))).toBeVisible();
      await expect(moderator.getByRole('button', { name: say('Quyết định về khiếu nại') })).toHaveCount(0);
    });

    await test.step('somebody else undoes it, and it is shown again', async () => {
      await signIn(administrator, seeded.administrator, language);
      await openQueue(administrator, '?loai=APPEAL', language);
      await item(administrator, say, title).last().click();
      await expect(administrator.getByRole('main')).toContainText(reason);
      await administrator.getByRole('button', { name: say('Quyết định về khiếu nại') }).click();
      await decide(administrator, say, say('Quyết định về khiếu nại'), 'Hủy quyết định lần đầu', 'Nguồn đã được kiểm chứng.', say('Ghi quyết định'));
      await expect(administrator.getByRole('dialog')).toBeHidden();
      await letterTo(request, owner, 'appeal_decided', offer.title.vi);
      await firm.reload();
      await expect(firm.getByRole('main')).toContainText('Nguồn đã được kiểm chứng.');
      await visitor.goto(path);
      await expect(visitor.getByRole('heading', { level: 1, name: title })).toBeVisible();
    });
  });
}

const say = words('vi');

/** Proves once more who it is, when the page asks. */
async function confirmIdentity(page: Page, email: string) {
  const dialog = page.getByRole('dialog', { name: say('Xác nhận danh tính') });
  await dialog.getByLabel(say('Mã của ứng dụng xác thực')).fill(await freshCode(page.request, email));
  await dialog.getByRole('button', { name: say('Xác nhận'), exact: true }).click();
  await expect(dialog).toBeHidden();
}

test('two of the alliance and one thing: held, left, taken over when the half hour is up', async ({ newPerson, request }) => {
  const offer = await offerOf(request, 'sales@fortinet.example', 0);
  await report(request, seeded.officer, { offerId: offer.id }, `Thử giữ việc ${key()}`);
  const [one, other] = [await newPerson(), await newPerson()];
  await signIn(one, seeded.moderator);
  await openQueue(one, '?loai=REPORT');
  await item(one, say, offer.title.vi).last().click();
  await expect(one.getByRole('heading', { level: 1, name: say('Báo cáo vi phạm') })).toBeFocused();
  await one.getByRole('button', { name: say('Nhận xử lý') }).click();
  await expect(one.getByText('Bạn đang giữ việc này đến')).toBeVisible();
  await audit(one);
  const here = one.url();

  await test.step('the other sees who is at it, and cannot decide', async () => {
    await signIn(other, seeded.administrator);
    await openQueue(other, '?loai=REPORT&giu=OTHERS');
    await expect(item(other, say, offer.title.vi)).toHaveCount(1);
    await other.goto(here);
    await expect(other.getByText('Lương Khánh Linh đang xử lý việc này đến')).toBeVisible();
    await expect(other.getByRole('button', { name: say('Quyết định về báo cáo') })).toHaveCount(0);
  });

  await test.step('left to others, the other takes it', async () => {
    await one.getByRole('button', { name: say('Trả lại cho người khác') }).click();
    await expect(one.getByRole('button', { name: say('Nhận xử lý') })).toBeVisible();
    await other.reload();
    await other.getByRole('button', { name: say('Nhận xử lý') }).click();
    await expect(other.getByText('Bạn đang giữ việc này đến')).toBeVisible();
    // Nobody had told the first page.
    await one.getByRole('button', { name: say('Nhận xử lý') }).click();
    await expect(one.getByRole('alert')).toContainText('Ngô Quang Huy');
  });

  await test.step('after half an hour whoever comes takes it over, and decides', async () => {
    await pass(request, 31 * 60);
    await one.reload();
    await one.getByRole('button', { name: say('Nhận xử lý') }).click();
    await expect(one.getByText('Bạn đang giữ việc này đến')).toBeVisible();
    await one.getByRole('button', { name: say('Quyết định về báo cáo') }).click();
    const dialog = one.getByRole('dialog');
    await dialog.getByRole('button', { name: say('Ghi quyết định') }).click();
    await expect(dialog.getByRole('alert')).toBeFocused();
    await decide(one, say, say('Quyết định về báo cáo'), 'Không có vi phạm', 'Nguồn có ghi trong mục tham chiếu.', say('Ghi quyết định'));
    await expect(dialog).toBeHidden();
    await other.reload();
    await expect(other.getByRole('heading', { level: 2, name: say('Quyết định'), exact: true })).toBeVisible();
    await expect(other.getByRole('main')).toContainText('Nguồn có ghi trong mục tham chiếu.');
    await letterTo(request, seeded.officer, 'report_decided', offer.title.vi);
  });
});

test('the queue by keyboard, and without single keys for those who do not want them', async ({ page }) => {
  await signIn(page, seeded.moderator);
  await openQueue(page);
  const links = page.getByRole('list', { name: say('Hàng chờ') }).getByRole('link');
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: say('Phím tắt') });
  await expect(help).toBeVisible();
  await audit(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  await expect(links.nth(0)).toBeFocused();
  await page.keyboard.press('j');
  await expect(links.nth(1)).toBeFocused();
  await page.keyboard.press('k');
  await expect(links.nth(0)).toBeFocused();
  await page.keyboard.press('c');
  await expect(page.getByRole('listitem').filter({ hasText: 'Bạn đang giữ đến' })).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Bạn đang giữ việc này đến')).toBeVisible();
  await page.keyboard.press('r');
  await expect(page.getByRole('button', { name: say('Nhận xử lý') })).toBeVisible();
  const first = page.url();
  await page.keyboard.press('j');
  await expect(page).not.toHaveURL(first);
  await page.keyboard.press('k');
  await expect(page).toHaveURL(first);
  await page.keyboard.press('u');
  await expect(page.getByRole('heading', { level: 1, name: say('Kiểm duyệt') })).toBeFocused();
  await page.keyboard.press('?');
  await help.getByRole('checkbox').uncheck();
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  await expect(links.nth(0)).not.toBeFocused();
  await page.getByRole('button', { name: say('Phím tắt') }).click();
  await help.getByRole('checkbox').check();
});

test('who an organisation is: papers read, five checks, a badge', async ({ page, request }) => {
  await signIn(page, verifier);
  await openQueue(page, '?loai=VERIFICATION');
  await item(page, say, /Nam Cầu Kiền/).click();
  await expect(page.getByRole('heading', { level: 1, name: say('Xác thực tổ chức') })).toBeFocused();
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Tải về giay-to-minh-hoa.pdf' }).click();
  expect((await readFile(await (await saved).path())).subarray(0, 5).toString()).toBe('%PDF-');

  const verify = page.getByRole('button', { name: say('Xác thực tổ chức', { context: 'action' }) });
  await verify.click();
  await expect(page.getByRole('alert')).toBeFocused();
  const checks = ['Tên pháp lý đúng với giấy tờ', 'Mã số đúng với giấy tờ và sổ đăng ký công khai', 'Địa chỉ đúng với giấy tờ', 'Người yêu cầu được giao đại diện tổ chức', 'Thư điện tử của chủ quản thuộc tên miền của tổ chức'];
  for (const check of checks) await page.getByRole('group', { name: say(check) }).getByRole('radio', { name: say('Đạt'), exact: true }).check();
  const last = page.getByRole('group', { name: say(checks[4]!) });
  await last.getByRole('radio', { name: say('Không đạt') }).check();
  await verify.click();
  await expect(page.getByRole('alert')).toContainText('Có mục không đạt');
  await last.getByRole('radio', { name: say('Không áp dụng') }).check();
  await page.getByLabel(`Ghi chú: ${say(checks[4]!)}`).fill('Dùng thư của ban quản lý.');
  await audit(page);
  await verify.click();
  await page.getByRole('dialog').getByRole('button', { name: say('Xác thực tổ chức', { context: 'action' }) }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await letterTo(request, owners.unverified, 'verification_approved', '');
  await page.goto(`/to-chuc/${await organizationOf(request, 'nam cau kien')}`);
  await expect(page.getByText(say('Đã xác thực'), { exact: true }).first()).toBeVisible();
});

test('an organisation is kept out, its page and postings with it, and let in again', async ({ newPerson, request }) => {
  const [administrator, member, visitor] = [await newPerson(), await newPerson(), await newPerson()];
  const id = await organizationOf(request, 'signify');
  const offer = await offerOf(request, 'sales@signify.example', 0);
  await signIn(administrator, seeded.administrator);
  // Not fresh any more: the page asks for another proof.
  await pass(request, 11 * 60);
  await administrator.goto(`/to-chuc/${id}`);
  await administrator.getByRole('button', { name: say('Đình chỉ tổ chức') }).click();
  await decide(administrator, say, say('Đình chỉ tổ chức này'), null, 'Đang xác minh giấy tờ đại diện.', say('Đình chỉ tổ chức'));
  await confirmIdentity(administrator, seeded.administrator);
  await expect(administrator.getByRole('dialog', { name: say('Đình chỉ tổ chức này') })).toBeHidden();
  await expect(administrator.getByText(say('Tổ chức này đang bị đình chỉ'))).toBeVisible();
  await letterTo(request, 'sales@signify.example', 'organization_suspended', '');

  for (const path of [`/to-chuc/${id}`, `/giai-phap/${offer.id}`]) {
    await visitor.goto(path);
    await expect(visitor.getByRole('heading', { level: 1, name: say('Không tìm thấy trang') })).toBeVisible();
  }
  await signIn(member, 'sales@signify.example');
  await expect(member.getByRole('main')).toContainText('đang bị Liên minh đình chỉ');
  await audit(member);
  await member.getByRole('link', { name: say('Xem quyết định, khiếu nại') }).click();
  await expect(member.getByRole('main')).toContainText('Đang xác minh giấy tờ đại diện.');
  await expect(member.getByRole('button', { name: say('Gửi khiếu nại') })).toBeVisible();

  await administrator.getByRole('button', { name: say('Khôi phục tổ chức') }).click();
  await decide(administrator, say, say('Khôi phục tổ chức này'), null, 'Giấy tờ đã đủ.', say('Khôi phục tổ chức'));
  await expect(administrator.getByText(say('Tổ chức này đang bị đình chỉ'))).toHaveCount(0);
  await visitor.goto(`/giai-phap/${offer.id}`);
  await expect(visitor.getByRole('heading', { level: 1, name: offer.title.vi })).toBeVisible();
});

test('roles are given with a reason; two administrators merge, suspend, and look at appeals', async ({ newPerson, request }) => {
  test.setTimeout(600_000);
  const [first, second, person] = [await newPerson(), await newPerson(), await newPerson()];
  const people = async (page: Page, q: string) => {
    await page.goto(`/quan-tri/nguoi-dung?q=${encodeURIComponent(q)}`);
    await settled(page);
  };
  const row = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name });
  const give = async (page: Page, who: string, role: string, reason: string) => {
    await people(page, who);
    await row(page, who).getByRole('button', { name: /^Đổi vai trò/ }).click();
    const dialog = page.getByRole('dialog', { name: /^Vai trò của/ });
    await dialog.getByRole('button', { name: say('Đổi vai trò'), exact: true }).click();
    await expect(dialog.getByRole('alert')).toBeFocused();
    await dialog.getByRole('radio', { name: new RegExp(`^${say(role)}`) }).check();
    await dialog.getByLabel(say('Lý do')).fill(reason);
    await dialog.getByRole('button', { name: say('Đổi vai trò'), exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(row(page, who)).toContainText(say(role));
  };
  await signIn(first, seeded.administrator);

  await test.step('the verifier becomes an administrator; nobody changes her own role', async () => {
    await give(first, verifier, 'Quản trị viên', 'Thay người nghỉ phép.');
    await letterTo(request, verifier, 'role_changed', '');
    await people(first, seeded.administrator);
    await expect(row(first, seeded.administrator)).toContainText('Đây là bạn');
    await expect(row(first, seeded.administrator).getByRole('button')).toHaveCount(0);
  });

  const [goes, stays] = [await newcomer(request, 'Nhap'), await newcomer(request, 'Lai')];
  const nameOf = async (email: string) => {
    const query = '{ viewer { memberships { organization { id legalName { vi } } } } }';
    const { viewer } = await askOwn<{ viewer: { memberships: { organization: { id: string; legalName: { vi: string } } }[] } }>(request, email, query);
    return viewer.memberships[0]!.organization;
  };
  const [from, into] = [await nameOf(goes.email), await nameOf(stays.email)];

  await test.step('two organisations that are one: proposed by one, decided by another', async () => {
    await first.goto('/quan-tri/gop');
    await first.getByRole('button', { name: say('Đề nghị gộp') }).click();
    await expect(first.getByRole('alert')).toBeFocused();
    for (const [box, { legalName }] of [
      ['Tổ chức nhập đi', from],
      ['Tổ chức ở lại', into],
    ] as const) {
      await first.getByRole('searchbox', { name: say(box) }).fill(legalName.vi);
      await first.getByRole('radio', { name: new RegExp(legalName.vi) }).last().check();
    }
    await expect(first.getByRole('table')).toContainText(into.legalName.vi);
    await audit(first);
    await first.getByLabel(say('Vì sao hai tổ chức là một')).fill('Cùng một quyết định thành lập.');
    await first.getByRole('button', { name: say('Đề nghị gộp') }).click();
    await expect(first.getByRole('heading', { level: 1, name: say('Đã đề nghị gộp') })).toBeFocused();
    await first.getByRole('link', { name: say('Xem đề nghị') }).click();
    await expect(first.getByText(say('Việc gộp do một quản trị viên khác với người đề nghị quyết định, và không thuộc hai tổ chức này.'))).toBeVisible();

    await signIn(second, verifier);
    await openQueue(second, '?loai=MERGE');
    await item(second, say, new RegExp(from.legalName.vi)).click();
    await expect(second.getByRole('main')).toContainText('Cùng một quyết định thành lập.');
    await second.getByRole('button', { name: say('Gộp hai tổ chức') }).click();
    await second.getByRole('dialog').getByRole('button', { name: say('Gộp hai tổ chức') }).click();
    await expect(second.getByRole('dialog')).toBeHidden();
    await first.goto(`/to-chuc/${from.id}`);
    await expect(first).toHaveURL(`/to-chuc/${into.id}`);
    await expect(first.getByRole('heading', { level: 1, name: into.legalName.vi })).toBeVisible();
  });

  await test.step('a person is kept out, appeals by her letter, and is let in by another', async () => {
    await people(first, goes.email);
    await row(first, goes.email).getByRole('button', { name: /^Đình chỉ/ }).click();
    await decide(first, say, `Đình chỉ ${goes.name}`, null, 'Mạo danh một sở.', say('Đình chỉ'));
    if (await first.getByRole('dialog', { name: say('Xác nhận danh tính') }).isVisible()) await confirmIdentity(first, seeded.administrator);
    await expect(row(first, goes.email)).toContainText('Bị đình chỉ');
    await firstStep(person, goes.email, 'vi', ownPassword);
    await expect(person.getByRole('alert')).toBeVisible();
    await person.goto(linkOf(await letterTo(request, goes.email, 'user_suspended', '')));
    await expect(person).toHaveURL('/khieu-nai');
    await expect(person.getByRole('main')).toContainText('Mạo danh một sở.');
    await audit(person);
    await person.getByLabel(say('Vì sao quyết định này không đúng')).fill('Quyết định giao việc đã gửi kèm.');
    await person.getByRole('button', { name: say('Gửi khiếu nại') }).click();
    await expect(person.getByRole('heading', { level: 1, name: say('Đã gửi khiếu nại') })).toBeFocused();

    await openQueue(second, '?loai=APPEAL');
    await item(second, say, goes.name).click();
    await second.getByRole('button', { name: say('Quyết định về khiếu nại') }).click();
    await decide(second, say, say('Quyết định về khiếu nại'), 'Hủy quyết định lần đầu', 'Giấy tờ hợp lệ.', say('Ghi quyết định'));
    await expect(second.getByRole('dialog')).toBeHidden();
    await firstStep(person, goes.email, 'vi', ownPassword);
    await onDesk(person);
  });

  await test.step('the role is given back, and the audit tells all of it', async () => {
    await give(first, verifier, 'Người xác thực tổ chức', 'Hết kỳ nghỉ phép.');
    await row(first, verifier).getByRole('link', { name: /^Nhật ký/ }).click();
    await expect(first).toHaveURL(/nguoi=user_/);
    await expect(first.getByRole('table')).toContainText(say('Gộp tổ chức'));
    await first.goto('/quan-tri/nhat-ky?viec=account.role_changed');
    await expect(first.getByRole('table')).toContainText('Hết kỳ nghỉ phép.');
  });
});

/** As `askAs`, for somebody who made her own account. */
async function askOwn<Data>(request: APIRequestContext, email: string, query: string): Promise<Data> {
  const post = async (body: object, headers: Record<string, string> = {}) => ((await (await request.post('/graphql', { data: body, headers })).json()) as { data: unknown }).data;
  const { signIn: opened } = (await post({
    query: 'mutation($input: SignInInput!) { signIn(input: $input) { session { accessToken } } }',
    variables: { input: { email, password: ownPassword } },
  })) as { signIn: { session: { accessToken: string } } };
  return (await post({ query }, { authorization: `Bearer ${opened.session.accessToken}` })) as Data;
}

test('the audit is filtered and taken along', async ({ page }) => {
  await signIn(page, seeded.administrator);
  await page.goto('/quan-tri/nhat-ky');
  await settled(page);
  await page.getByLabel(say('Việc'), { exact: true }).selectOption(say('Đăng nhu cầu', { context: 'record' }));
  await page.getByRole('button', { name: say('Tìm'), exact: true }).click();
  await expect(page).toHaveURL(/viec=need\.published/);
  const rows = page.getByRole('table').getByRole('row');
  await expect(rows.nth(1)).toContainText(say('Đăng nhu cầu', { context: 'record' }));
  await expect(page.getByRole('cell', { name: say('Duyệt', { context: 'status' }) })).toHaveCount(0);
  await rows.nth(1).getByText(say('Toàn bộ dòng')).click();
  await expect(rows.nth(1)).toContainText('need.published');
  await audit(page);

  const csv = page.waitForEvent('download');
  await page.getByRole('button', { name: say('Xuất CSV cho bảng tính') }).click();
  const table = await readFile(await (await csv).path(), 'utf8');
  expect(table).toContain('seq,at,actor');
  expect(table.split('\n').slice(1).filter(Boolean).every((line) => line.includes('need.published'))).toBe(true);
  const jsonl = page.waitForEvent('download');
  await page.getByRole('button', { name: say('Xuất JSONL cho chương trình') }).click();
  const lines = (await readFile(await (await jsonl).path(), 'utf8')).trim().split('\n');
  expect(lines.map((line) => (JSON.parse(line) as { action: string }).action)).toEqual(lines.map(() => 'need.published'));

  // By whom: her name leads to all that she did.
  const name = rows.nth(1).getByRole('link').first();
  const who = (await name.textContent()) ?? '';
  await name.click();
  await expect(page).toHaveURL(/nguoi=user_/);
  await expect(rows.nth(1)).toContainText(who);
  await page.getByRole('button', { name: say('Xóa bộ lọc') }).click();
  await expect(page).toHaveURL('/quan-tri/nhat-ky');
});
