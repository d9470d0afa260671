import type { APIRequestContext, Page } from '@playwright/test';
import { audit, expect, settled, test } from '../audit';
import { paper } from '../paper';
import { askAs, newcomer, onDesk, ownPassword, signIn, type Person } from '../people';
import { letterTo, linkOf, pass } from '../server';
import { address, words, type Language } from '../words';

const key = () => crypto.randomUUID().slice(0, 8);
const verifier = 'verifier@iforum.example';
const administrator = 'admin@iforum.example';

/** What an organisation is called that stands in nobody else's test. */
const fresh = (kind: string) => `${kind} Bờ Kinh ${key()}`;

interface Own {
  id: string;
  version: number;
  legalName: { vi: string };
}

/** The organisation that a newcomer brought. */
async function organizationOf(request: APIRequestContext, { email }: Person): Promise<Own> {
  const query = '{ viewer { memberships { organization { id version legalName { vi } } } } }';
  const { viewer } = await askAs<{ viewer: { memberships: { organization: Own }[] } }>(request, email, query, {}, ownPassword);
  return viewer.memberships[0]!.organization;
}

/** The alliance says who it is; the decision's own pages are tested elsewhere. */
async function verify(request: APIRequestContext, id: string) {
  const { organization } = await askAs<{ organization: Own }>(request, verifier, 'query($id: ID!) { organization(id: $id) { id version legalName { vi } } }', { id });
  const names = ['LEGAL_NAME', 'CODE', 'ADDRESS', 'MANDATE', 'EMAIL_DOMAIN'];
  const input = { organizationId: id, version: organization.version, decision: 'APPROVED', rule: 'COMPLETE', checklist: names.map((name) => ({ name, result: 'PASSED' })) };
  await askAs(request, verifier, 'mutation($input: DecideVerificationInput!) { decideVerification(input: $input) { organization { id } } }', { input });
}

async function openOwn(page: Page, id: string, part = '', language: Language = 'vi') {
  await page.goto(address(language, `/to-chuc-cua-toi/${id}${part}`));
  await settled(page);
}

for (const language of ['vi', 'en'] as const) {
  const say = words(language);

  test(`from a request with papers to a badge, and its loss by another name, in ${language}`, async ({ page, request, newPerson }) => {
    const person = await newcomer(request, key(), language);
    const { id, legalName } = await organizationOf(request, person);
    await signIn(page, person.email, language, ownPassword);
    await page.getByRole('link', { name: say('Tổ chức của tôi') }).click();
    await page.getByRole('main').getByRole('link', { name: legalName.vi, exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: say('Hồ sơ tổ chức') })).toBeFocused();
    await page.getByRole('link', { name: say('Xác thực, Liên minh') }).click();

    await test.step('without papers there is nothing to look at', async () => {
      await page.getByRole('button', { name: say('Gửi yêu cầu xác thực') }).click();
      await expect(page.getByRole('alert')).toContainText(say('Hãy gửi kèm ít nhất một giấy tờ, nếu không Liên minh không có gì để đối chiếu.'));
      await expect(page.getByRole('main')).toContainText(say('Tổ chức cần được xác thực trước khi nộp đơn vào Liên minh.'));
    });

    await test.step('she sends one, and can send more', async () => {
      await page.getByLabel(say('Giấy tờ')).setInputFiles(paper());
      await expect(page.getByRole('list', { name: say('Tệp đã tải lên') })).toContainText('Quyết định.pdf');
      await page.getByLabel(say('Điều Liên minh cần biết')).fill('Vừa thành lập tháng trước');
      await page.getByRole('button', { name: say('Gửi yêu cầu xác thực') }).click();
      await expect(page.getByText(say('Đã gửi yêu cầu xác thực. Các chủ quản nhận thư khi có kết quả.'))).toBeVisible();
      await expect(page.getByRole('heading', { name: say('Gửi thêm giấy tờ') })).toBeVisible();
      await expect(page.getByRole('main')).toContainText(say('Chờ Liên minh'));
      const saved = page.waitForEvent('download');
      await page.getByRole('button', { name: /Quyết định\.pdf/ }).last().click();
      expect((await saved).suggestedFilename()).toBe('Quyết định.pdf');
      await audit(page);
    });

    await verify(request, id);
    const visitor = await newPerson();

    await test.step('the badge says who, when and until when', async () => {
      await letterTo(request, person.email, 'verification_approved', '');
      await visitor.goto(address(language, `/to-chuc/${id}`));
      await expect(visitor.getByRole('main')).toContainText(say('Liên minh đã xác thực'));
      await expect(visitor.getByRole('main')).toContainText('Tạ Minh Nguyệt');
      await openOwn(page, id, '/xac-thuc', language);
      await expect(page.getByRole('main')).toContainText(say('Liên minh đã xác thực'));
    });

    await test.step('another address costs nothing', async () => {
      await page.getByRole('link', { name: say('Hồ sơ tổ chức') }).click();
      await page.getByLabel(say('Địa chỉ'), { exact: true }).or(page.getByLabel(new RegExp(`^${say('Địa chỉ')} `))).first().fill('1 Trần Hưng Đạo');
      await page.getByRole('button', { name: say('Lưu hồ sơ tổ chức') }).click();
      await expect(page.getByText(say('Đã lưu hồ sơ tổ chức.'))).toBeVisible();
    });

    await test.step('another name is warned of, asked about, and then loses the badge', async () => {
      await page.getByLabel(say('Tên pháp lý bằng tiếng Việt')).fill(fresh('Sở Đổi tên'));
      await expect(page.getByText(say('Bạn đang đổi tên pháp lý, loại hoặc mã số. Lưu thì dấu “Đã xác thực” bị gỡ ngay và tổ chức trở lại hàng chờ xác thực.'))).toBeVisible();
      await page.getByRole('button', { name: say('Lưu hồ sơ tổ chức') }).click();
      const dialog = page.getByRole('dialog', { name: say('Lưu và mất dấu xác thực?') });
      await audit(page);
      await dialog.getByRole('button', { name: say('Không, quay lại') }).click();
      await expect(dialog).toBeHidden();
      await page.getByRole('button', { name: say('Lưu hồ sơ tổ chức') }).click();
      await dialog.getByRole('button', { name: say('Lưu, gỡ dấu xác thực') }).click();
      await expect(page.getByText(say('Đã lưu hồ sơ. Dấu xác thực đã gỡ; Liên minh xem lại tổ chức.'))).toBeVisible();
      await letterTo(request, person.email, 'verification_lost', '');
      await visitor.reload();
      await expect(visitor.getByRole('main')).toContainText('Sở Đổi tên');
      await expect(visitor.getByRole('main')).not.toContainText(say('Liên minh đã xác thực'));
      await page.getByRole('link', { name: say('Xác thực, Liên minh') }).click();
      await expect(page.getByRole('main')).toContainText(say('Tên pháp lý, loại hoặc mã số đã đổi'));
      await audit(page);
    });
  });

  test.describe(() => {
    // The browser itself writes the letter that was asked for too soon into its console.
    test.use({ expectedError: /status of 429/ });

    test(`somebody is invited, becomes the owner, and who invited leaves, in ${language}`, async ({ page, request, newPerson }) => {
      const [owner, guest] = [await newcomer(request, key(), language), await newcomer(request, key(), language)];
      const { id, legalName } = await organizationOf(request, owner);
      await signIn(page, owner.email, language, ownPassword);
      await openOwn(page, id, '/thanh-vien', language);

      await test.step('two are invited at once; what is no address stays', async () => {
        await page.getByRole('button', { name: say('Gửi thư mời') }).click();
        await expect(page.getByRole('alert')).toBeFocused();
        await page.getByLabel(say('Địa chỉ thư điện tử')).fill(`${guest.email}, khong-phai-dia-chi`);
        await page.getByRole('button', { name: say('Gửi thư mời') }).click();
        await expect(page.getByRole('alert')).toContainText('khong-phai-dia-chi');
        await expect(page.getByLabel(say('Địa chỉ thư điện tử'))).toHaveValue('khong-phai-dia-chi');
        const sent = page.getByRole('list', { name: say('Lời mời đã gửi') }).getByRole('listitem');
        await expect(sent).toContainText([guest.email]);
        await audit(page);
        // Sent again too soon: how long to wait.
        await sent.getByRole('button', { name: new RegExp(`^${say('Gửi lại')}`) }).or(sent.getByRole('button', { name: guest.email })).first().click();
        await expect(page.getByRole('alert')).toBeFocused();
      });

      const letter = await letterTo(request, guest.email, 'invitation', '');
      const other = await newPerson();

      await test.step('the letter leads to signing in, then to the invitation', async () => {
        await other.goto(linkOf(letter));
        await expect(other.getByRole('heading', { level: 1, name: say('Bạn được mời tham gia một tổ chức') })).toBeVisible();
        await audit(other);
        await other.getByRole('link', { name: say('Đăng nhập để trả lời') }).click();
        await expect(other.getByRole('heading', { level: 1, name: say('Đăng nhập'), exact: true })).toBeFocused();
        await other.getByLabel(say('Thư điện tử')).fill(guest.email);
        await other.getByLabel(say('Mật khẩu'), { exact: true }).fill(ownPassword);
        await other.getByRole('button', { name: say('Đăng nhập'), exact: true }).click();
        await expect(other.getByRole('main')).toContainText(legalName.vi);
        await expect(other.getByRole('main')).toContainText(owner.name);
        await audit(other);
        await other.getByRole('button', { name: say('Nhận lời, tham gia') }).click();
        await expect(other.getByRole('heading', { level: 1, name: say('Bạn đã tham gia') })).toBeFocused();
        await other.goto(linkOf(letter));
        await expect(other.getByRole('heading', { level: 1, name: say('Bạn đã nhận lời mời này') })).toBeVisible();
        // Another person's invitation, to its sender.
        await page.goto(linkOf(letter));
        await expect(page.getByRole('heading', { level: 1, name: say('Lời mời này dành cho người khác') })).toBeVisible();
      });

      await test.step('the only owner cannot leave; ownership goes over after a proof of who asks', async () => {
        await openOwn(page, id, '/thanh-vien', language);
        await page.getByRole('button', { name: say('Rời tổ chức') }).click();
        const leaving = page.getByRole('dialog', { name: say('Rời tổ chức?') });
        await expect(leaving).toContainText(say('Bạn là chủ quản duy nhất, nên chưa rời được. Hãy chuyển quyền chủ quản cho một người khác trong danh sách, rồi rời.'));
        await leaving.getByRole('button', { name: say('Rời tổ chức') }).click();
        await expect(leaving.getByRole('alert')).toBeFocused();
        await page.keyboard.press('Escape');
        // The proof of signing in is too old by then.
        await pass(request, 11 * 60);
        await page.getByRole('button', { name: new RegExp(`^${say('Chuyển quyền chủ quản')}`) }).click();
        await page.getByRole('dialog').getByRole('button', { name: say('Chuyển quyền chủ quản') }).click();
        const proof = page.getByRole('dialog', { name: say('Xác nhận danh tính') });
        await proof.getByLabel(say('Mật khẩu'), { exact: true }).fill(ownPassword);
        await proof.getByRole('button', { name: say('Xác nhận'), exact: true }).click();
        await expect(page.getByText(say('Đã chuyển quyền chủ quản cho {0}. Bạn nay là biên tập.', { 0: guest.name }))).toBeVisible();
        await expect(page.getByRole('button', { name: say('Gửi thư mời') })).toHaveCount(0);
      });

      await test.step('who invited leaves, and the pages close', async () => {
        await page.getByRole('button', { name: say('Rời tổ chức') }).click();
        await page.getByRole('dialog').getByRole('button', { name: say('Rời tổ chức') }).click();
        await expect(page.getByRole('heading', { level: 1, name: say('Tổ chức của tôi') })).toBeFocused();
        await expect(page.getByRole('main')).toContainText(say('Bạn chưa thuộc tổ chức nào'));
        await openOwn(page, id, '', language);
        await expect(page.getByRole('heading', { level: 1, name: say('Bạn chưa có quyền mở trang này') })).toBeVisible();
        await openOwn(other, id, '/thanh-vien', language);
        await expect(other.getByRole('list', { name: say('Người trong tổ chức') }).getByRole('listitem')).toHaveCount(1);
      });
    });
  });
}

test('an invitation is for its address alone, is declined, taken back, and ends', async ({ page, request, newPerson }) => {
  const [owner, guest, stranger] = [await newcomer(request, key()), await newcomer(request, key()), await newcomer(request, key())];
  const { id, legalName } = await organizationOf(request, owner);
  const invite = async (email: string) => {
    const query = 'mutation($input: InviteMemberInput!) { inviteMember(input: $input) { invitation { id } } }';
    const answer = await askAs<{ inviteMember: { invitation: { id: string } } }>(request, owner.email, query, { input: { organizationId: id, email, role: 'VIEWER' } }, ownPassword);
    return `/loi-moi/${answer.inviteMember.invitation.id}`;
  };
  const [first, second] = [await invite(guest.email), await invite(`moi.${key()}@bokinh.example`)];

  await test.step('a stranger learns nothing of it', async () => {
    const other = await newPerson();
    await signIn(other, stranger.email, 'vi', ownPassword);
    await other.goto(first);
    await expect(other.getByRole('heading', { level: 1, name: 'Không có lời mời này cho bạn' })).toBeVisible();
    await expect(other.getByRole('main')).toContainText(stranger.email);
    await audit(other);
  });

  await test.step('the guest finds it at the desk, and declines', async () => {
    const other = await newPerson();
    await signIn(other, guest.email, 'vi', ownPassword);
    await other.getByRole('link', { name: 'Xem lời mời' }).click();
    await other.getByRole('button', { name: 'Không tham gia' }).click();
    await other.getByRole('dialog').getByRole('button', { name: 'Từ chối lời mời' }).click();
    await expect(other.getByRole('heading', { level: 1, name: 'Bạn đã từ chối lời mời' })).toBeFocused();
  });

  await test.step('an address that was not invited cannot register by it; the invited one can', async () => {
    const other = await newPerson();
    const { invitation } = await askAs<{ invitation: { email: string } }>(request, owner.email, 'query($id: ID!) { invitation(id: $id) { email } }', { id: second.slice(9) }, ownPassword);
    await other.goto(second);
    await other.getByLabel('Họ và tên').fill('Người Mới Đến');
    await other.getByLabel('Thư điện tử').fill(`khac.${key()}@bokinh.example`);
    await other.getByRole('button', { name: 'Gửi thư xác nhận' }).click();
    await expect(other.getByRole('alert')).toContainText('Lời mời không dành cho địa chỉ này');
    await other.getByLabel('Thư điện tử').fill(invitation.email);
    await other.getByRole('button', { name: 'Gửi thư xác nhận' }).click();
    await expect(other.getByRole('heading', { level: 1, name: 'Kiểm tra hộp thư' })).toBeFocused();
    await other.goto(linkOf(await letterTo(request, invitation.email, 'registration', '')));
    await other.getByLabel('Mật khẩu', { exact: true }).fill(ownPassword);
    await other.getByRole('button', { name: 'Tạo tài khoản và đăng nhập' }).click();
    await onDesk(other);
    await expect(other.getByRole('main').getByRole('link', { name: legalName.vi, exact: true })).toBeVisible();
  });

  await test.step('one is taken back, one runs out', async () => {
    const [third, fourth] = [await invite(`ba.${key()}@bokinh.example`), await invite(stranger.email)];
    await signIn(page, owner.email, 'vi', ownPassword);
    await openOwn(page, id, '/thanh-vien');
    const items = page.getByRole('list', { name: 'Lời mời đã gửi' }).getByRole('listitem');
    const one = items.filter({ hasText: 'ba.' });
    await one.getByRole('button', { name: /^Thu hồi/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Thu hồi lời mời' }).click();
    await expect(one).toContainText('Đã thu hồi');
    await page.goto(third);
    await expect(page.getByRole('heading', { level: 1, name: 'Lời mời này dành cho người khác' })).toBeVisible();
    const other = await newPerson();
    await pass(request, 15 * 24 * 3600);
    await signIn(other, stranger.email, 'vi', ownPassword);
    await other.goto(fourth);
    await expect(other.getByRole('heading', { level: 1, name: 'Lời mời đã hết hạn' })).toBeVisible();
  });
});

test('people ask to join: one is let in, one is not, one thinks better of it', async ({ page, request, newPerson }) => {
  const owner = await newcomer(request, key());
  const { id, legalName } = await organizationOf(request, owner);
  const asking: Person[] = [];
  for (const index of [0, 1, 2]) {
    const person = await newcomer(request, `${key()}${index}`);
    const other = await newPerson();
    await signIn(other, person.email, 'vi', ownPassword);
    if (index === 0) {
      await other.goto(`/to-chuc/${id}`);
      await other.getByRole('button', { name: 'Xin tham gia' }).click();
      await expect(other.getByRole('heading', { name: 'Đã gửi yêu cầu tham gia' })).toBeVisible();
    } else {
      await other.goto('/to-chuc-cua-toi/them');
      await other.getByRole('button', { name: 'Xin tham gia' }).click();
      await expect(other.getByRole('alert')).toBeFocused();
      await other.getByRole('searchbox', { name: 'Tìm tổ chức' }).fill(legalName.vi);
      await other.getByRole('radio', { name: legalName.vi }).check();
      await other.getByRole('button', { name: 'Xin tham gia' }).click();
      await expect(other.getByRole('heading', { level: 1, name: 'Tổ chức của tôi' })).toBeFocused();
      await expect(other.getByRole('main')).toContainText('Chờ chấp thuận');
    }
    if (index === 2) {
      await other.getByRole('button', { name: /^Rút yêu cầu/ }).click();
      await other.getByRole('dialog').getByRole('button', { name: 'Rút yêu cầu' }).click();
      await expect(other.getByText('Đã rút yêu cầu tham gia.')).toBeVisible();
    }
    asking.push(person);
  }
  await signIn(page, owner.email, 'vi', ownPassword);
  await openOwn(page, id, '/thanh-vien');
  const waiting = page.getByRole('list', { name: 'Người xin tham gia' }).getByRole('listitem');
  await expect(waiting).toHaveCount(2);
  await page.getByRole('button', { name: `Chấp thuận ${asking[0]!.name}` }).click();
  await expect(page.getByText(`Đã chấp thuận ${asking[0]!.name}.`)).toBeVisible();
  await page.getByRole('button', { name: `Từ chối ${asking[1]!.name}` }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Từ chối yêu cầu' }).click();
  await expect(page.getByText('Đã từ chối yêu cầu tham gia.')).toBeVisible();
  const people = page.getByRole('list', { name: 'Người trong tổ chức' });
  await expect(people.getByRole('listitem')).toHaveCount(2);
  await letterTo(request, asking[1]!.email, 'membership_declined', '');

  await page.getByRole('button', { name: `Đổi vai trò của ${asking[0]!.name}` }).click();
  await page.getByRole('dialog').getByRole('radio', { name: /^Chỉ xem/ }).check();
  await page.getByRole('dialog').getByRole('button', { name: 'Lưu vai trò' }).click();
  await expect(people.getByRole('listitem').filter({ hasText: asking[0]!.name })).toContainText('Chỉ xem');
  // A second factor for all wants one of one's own first.
  await page.getByRole('button', { name: 'Bắt buộc với mọi thành viên' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Bắt buộc', exact: true }).click();
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('xác thực hai bước');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: `Gỡ ${asking[0]!.name}` }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Gỡ khỏi tổ chức' }).click();
  await expect(people.getByRole('listitem')).toHaveCount(1);
});

test('a name like another’s is asked about, and then waits for the alliance', async ({ page, request }) => {
  const known = await newcomer(request, key());
  const { legalName } = await organizationOf(request, known);
  const alike = legalName.vi.replace('Thử nghiệm', 'Thử Nghiệm.');
  const person = await newcomer(request, key());
  await signIn(page, person.email, 'vi', ownPassword);
  await page.goto('/to-chuc-cua-toi/them');
  await page.getByRole('radio', { name: 'Chưa có: tôi khai mới' }).check();
  await page.getByLabel('Loại tổ chức').selectOption('Sở, ban, ngành');
  await page.getByLabel('Tên pháp lý bằng tiếng Việt').fill(alike);
  await page.getByRole('button', { name: 'Khai tổ chức' }).click();
  await expect(page.getByRole('alert')).toContainText(legalName.vi);
  const box = page.getByRole('checkbox', { name: /^Đây là tổ chức khác/ });
  await expect(box).not.toBeChecked();
  await audit(page);
  await box.check();
  await page.getByRole('button', { name: 'Khai tổ chức' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Hồ sơ tổ chức' })).toBeVisible();
  await expect(page.getByText('Tên tổ chức giống tên một tổ chức khác')).toBeVisible();
  const own = page.url().split('/').pop()!;
  await expect(async () => {
    await expect(askAs(request, null, 'query($id: ID!) { organization(id: $id) { id } }', { id: own })).rejects.toThrow('NOT_FOUND');
  }).toPass();

  await test.step('the same at registration', async () => {
    await page.goto('/dang-xuat');
    await page.getByRole('main').getByRole('button', { name: 'Đăng xuất', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Bạn đã đăng xuất' })).toBeVisible();
    await page.goto('/dang-ky');
    await page.getByRole('radio', { name: 'Chưa có: tôi khai mới' }).check();
    await page.getByLabel('Loại tổ chức').selectOption('Sở, ban, ngành');
    await page.getByLabel('Tên pháp lý bằng tiếng Việt').fill(alike);
    await page.getByRole('button', { name: 'Tiếp tục' }).click();
    await page.getByLabel('Họ và tên').fill('Vũ Văn Khác');
    await page.getByLabel('Thư điện tử', { exact: true }).fill(`khac.${key()}@bokinh.example`);
    await page.getByRole('button', { name: 'Gửi thư xác nhận' }).click();
    await expect(page.getByRole('alert')).toContainText(legalName.vi);
    await page.getByRole('checkbox', { name: /^Đây là tổ chức khác/ }).check();
    await page.getByRole('button', { name: 'Tiếp tục' }).click();
    await page.getByRole('button', { name: 'Gửi thư xác nhận' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Kiểm tra hộp thư' })).toBeFocused();
  });
});

test.describe(() => {
  // The browser itself writes the refused upload into its console.
  test.use({ expectedError: /status of 422/ });

  test('certificates with evidence, and what one has done; a script that calls itself a PDF is refused', async ({ page, request, newPerson }) => {
    const person = await newcomer(request, key());
    const { id } = await organizationOf(request, person);
    await signIn(page, person.email, 'vi', ownPassword);
    await openOwn(page, id, '/nang-luc');
    await expect(page.getByRole('heading', { name: 'Chưa có chứng chỉ nào' })).toBeVisible();
    await page.getByRole('button', { name: 'Thêm chứng chỉ' }).click();
    const dialog = page.getByRole('dialog', { name: 'Thêm chứng chỉ' });
    await dialog.getByRole('button', { name: 'Lưu chứng chỉ' }).click();
    await expect(dialog.getByRole('alert')).toBeFocused();
    await expect(dialog.getByRole('alert').getByRole('link')).toHaveText(['Nhập tên chứng chỉ.', 'Nhập nơi cấp chứng chỉ.', 'Chọn ngày cấp.']);
    await dialog.getByLabel('Tên chứng chỉ').fill('Quản lý an toàn thông tin');
    await dialog.getByLabel('Nơi cấp').fill('Trung tâm Chứng nhận');
    await dialog.getByLabel('Ngày cấp').fill('2020-01-01');
    await dialog.getByLabel(/^Ngày cuối còn giá trị/).fill('2023-01-01');
    const file = dialog.getByLabel(/^Minh chứng/);
    await expect(dialog).toContainText('tối đa 10 MB');
    for (const [wrong, sentence] of [
      [{ name: 'Chứng chỉ.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<script>alert(1)</script>') }, 'Chứng chỉ.pdf:'],
      [{ name: 'Báo cáo.docx', mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', buffer: Buffer.from('PK') }, 'chỉ nhận tệp PDF, PNG hoặc JPEG'],
      [{ name: 'To.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(10 * 1024 * 1024 + 1) }, 'tệp lớn hơn 10 MB'],
    ] as const) {
      await file.setInputFiles(wrong);
      await expect(dialog.getByText(sentence)).toBeVisible();
      await expect(file).toBeFocused();
      await expect(dialog.getByRole('list', { name: 'Tệp đã tải lên' })).toHaveCount(0);
    }
    await audit(page);
    await file.setInputFiles(paper('Chứng chỉ.pdf'));
    await expect(dialog.getByRole('list', { name: 'Tệp đã tải lên' })).toContainText('Chứng chỉ.pdf');
    await dialog.getByRole('button', { name: 'Lưu chứng chỉ' }).click();
    await expect(dialog).toBeHidden();
    const certificates = page.getByRole('list', { name: 'Chứng chỉ' });
    await expect(certificates).toContainText('Đã hết hạn');
    const saved = page.waitForEvent('download');
    await certificates.getByRole('button', { name: 'Tải về Chứng chỉ.pdf' }).click();
    expect((await saved).suggestedFilename()).toBe('Chứng chỉ.pdf');

    await certificates.getByRole('button', { name: /^Sửa/ }).click();
    await page.getByRole('dialog').getByLabel(/^Ngày cuối còn giá trị/).fill('');
    await page.getByRole('dialog').getByRole('button', { name: 'Lưu chứng chỉ' }).click();
    await expect(certificates).toContainText('không thời hạn');
    await expect(certificates.getByRole('button', { name: 'Tải về Chứng chỉ.pdf' })).toBeVisible();

    await page.getByRole('button', { name: 'Thêm việc đã làm' }).click();
    const work = page.getByRole('dialog', { name: 'Thêm việc đã làm' });
    await work.getByRole('group', { name: 'Tên dự án' }).getByLabel('Tiếng Việt').fill('Chiếu sáng bờ kinh');
    await work.getByLabel('Khách hàng').fill('Thành phố Bờ Kinh');
    await work.getByLabel(/^Địa bàn/).selectOption('Hải Phòng');
    await work.getByLabel('Năm hoàn thành').fill('1900');
    await work.getByRole('button', { name: 'Lưu việc đã làm' }).click();
    await expect(work.getByRole('alert')).toContainText('Năm phải từ 1950');
    await work.getByLabel('Năm hoàn thành').fill('2024');
    await work.getByRole('button', { name: 'Lưu việc đã làm' }).click();
    await expect(work).toBeHidden();
    await audit(page);

    const visitor = await newPerson();
    await visitor.goto(`/to-chuc/${id}`);
    await expect(visitor.getByRole('list', { name: 'Chứng chỉ' })).toContainText('Quản lý an toàn thông tin');
    await expect(visitor.getByRole('list', { name: 'Việc đã làm' })).toContainText('Thành phố Bờ Kinh');
    await expect(visitor.getByText('Chứng chỉ.pdf')).toHaveCount(0);

    await certificates.getByRole('button', { name: /^Gỡ/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Gỡ chứng chỉ' }).click();
    await expect(page.getByRole('heading', { name: 'Chưa có chứng chỉ nào' })).toBeVisible();
  });
});

test('a verified organisation applies to the alliance, takes it back, applies again, is admitted, and leaves', async ({ page, request, newPerson }) => {
  const person = await newcomer(request, key());
  const { id } = await organizationOf(request, person);
  await askAs(request, person.email, 'mutation($input: RequestVerificationInput!) { requestVerification(input: $input) { organization { id } } }', { input: { organizationId: id } }, ownPassword);
  await verify(request, id);
  await signIn(page, person.email, 'vi', ownPassword);
  await openOwn(page, id, '/xac-thuc');
  const apply = async () => {
    await page.getByRole('button', { name: 'Nộp đơn', exact: true }).click();
    await expect(page.getByRole('alert')).toBeFocused();
    await page.getByLabel('Vì sao tham gia, sẽ đóng góp gì').fill('Chia sẻ dữ liệu mở của bờ kinh.');
    await page.getByRole('button', { name: 'Nộp đơn', exact: true }).click();
    await expect(page.getByText('Đã nộp đơn vào Liên minh.')).toBeVisible();
    await expect(page.getByRole('main')).toContainText('Chờ Ban Điều hành');
  };
  await apply();
  await page.getByRole('button', { name: 'Rút đơn' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Rút đơn' }).click();
  await expect(page.getByText('Đã rút đơn vào Liên minh.')).toBeVisible();
  await apply();
  await audit(page);
  const input = { organizationId: id, decision: 'APPROVED', rule: 'COMPLETE', decisionNumber: '12/QĐ-BĐH', decidedOn: '2026-11-01' };
  await askAs(request, administrator, 'mutation($input: DecideAllianceMembershipInput!) { decideAllianceMembership(input: $input) { organization { id } } }', { input });
  const visitor = await newPerson();
  await visitor.goto(`/to-chuc/${id}`);
  await expect(visitor.getByRole('main')).toContainText('Theo Quyết định số 12/QĐ-BĐH của Ban Điều hành');
  await visitor.goto('/to-chuc?dau=lien-minh');
  await expect(visitor.getByRole('main').getByRole('article').first()).toContainText('Thành viên Liên minh');
  await page.reload();
  await page.getByRole('button', { name: 'Rời Liên minh' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Rời Liên minh' }).click();
  await expect(page.getByText('Tổ chức đã rời Liên minh.')).toBeVisible();
  await visitor.goto(`/to-chuc/${id}`);
  await settled(visitor);
  await expect(visitor.getByRole('main')).not.toContainText('12/QĐ-BĐH');
});

test('two windows, one organisation: both versions are shown, the server’s is taken', async ({ page, context, request }) => {
  const person = await newcomer(request, key());
  const { id } = await organizationOf(request, person);
  await signIn(page, person.email, 'vi', ownPassword);
  const other = await context.newPage();
  await openOwn(page, id);
  await openOwn(other, id);
  await other.getByLabel(/^Trang web/).fill('https://kia.example');
  await other.getByRole('button', { name: 'Lưu hồ sơ tổ chức' }).click();
  await expect(other.getByText('Đã lưu hồ sơ tổ chức.')).toBeVisible();
  await page.getByLabel(/^Trang web/).fill('https://nay.example');
  await page.getByRole('button', { name: 'Lưu hồ sơ tổ chức' }).click();
  await expect(page.getByRole('heading', { name: 'Hồ sơ này vừa được sửa ở nơi khác' })).toBeVisible();
  await expect(page.getByRole('table')).toContainText('https://kia.example');
  await audit(page);
  await page.getByRole('button', { name: 'Lấy bản trên máy chủ' }).click();
  await expect(page.getByLabel(/^Trang web/)).toHaveValue('https://kia.example');
  await page.getByLabel('Loại tổ chức').selectOption('Trường ĐH');
  await page.getByRole('button', { name: 'Lưu hồ sơ tổ chức' }).click();
  await expect(page.getByText('Đã lưu hồ sơ tổ chức.')).toBeVisible();
});
