import type { APIRequestContext, Page } from '@playwright/test';
import { expect, settled, test } from '../audit';
import { paper } from '../paper';
import { register, seeded, sendIn, signIn, type Person } from '../people';
import { letterTo, linkOf, pass, serverTime } from '../server';
import { address, words, type Language, type Say } from '../words';
import { stories, subjects, type Story } from './stories';

for (const language of ['vi', 'en'] as const) {
  test(`from a blank page to a decision, played in ${language}`, async ({ newPerson, request }) => {
    test.setTimeout(600_000);
    const play = new Play(language, request);
    const { say, story, title } = play;
    const { best, other, officer } = story;
    const [desk, firm, rival, moderation, visitor] = [await newPerson(), await newPerson(), await newPerson(), await newPerson(), await newPerson()];
    const offerTitle = play.text(best.offer.title);
    let need = '';

    await test.step('the officer registers with a new organisation', async () => {
      await play.register(desk, officer, (page) => play.newOrganization(page, story.city));
      await play.letter(officer, 'welcome', []);
    });

    await test.step('she begins a need, leaves, and finds it as she left it', async () => {
      await play.desk(desk);
      await desk.getByRole('link', { name: say('Đăng nhu cầu') }).first().click();
      await play.bilingual(desk, 'Tên nhu cầu', story.need.title);
      await expect(desk).toHaveURL(/\/co-quan\/nhu-cau\/need_\w+\/soan/);
      await play.saved(desk);
      await play.desk(desk);
      const task = desk.getByRole('listitem').filter({ hasText: title });
      await expect(task).toContainText(say('Soạn xong nhu cầu và gửi duyệt'));
      await task.getByRole('link', { name: say('Soạn tiếp') }).click();
      await expect(play.bilingualBox(desk, 'Tên nhu cầu', language)).toHaveValue(title);
    });

    await test.step('she fills in the rest, checks it and sends it', async () => {
      await play.bilingual(desk, 'Tóm tắt', story.need.summary);
      await play.place(desk, story.city.place);
      await play.domains(desk, story.need.domains);
      await play.money(desk, 'Kinh phí dự kiến', story.need.budget);
      const deadline = new Date((await serverTime(request)).getTime() + 2 * 24 * 3_600_000);
      const group = desk.getByRole('group', { name: say('Hạn tiếp nhận đề xuất') });
      await group.getByLabel(say('Ngày')).fill(deadline.toISOString().slice(0, 10));
      await group.getByLabel(say('Giờ')).fill('17:00');
      await play.send(desk);
      await expect(desk.getByRole('heading', { level: 1, name: say('Đã gửi nhu cầu') })).toBeFocused();
    });

    await test.step('the visitor does not see it yet', async () => {
      await visitor.goto(play.at(`/nhu-cau?q=${encodeURIComponent(title)}`));
      await settled(visitor);
      await expect(visitor.getByRole('link', { name: title })).toHaveCount(0);
    });

    await test.step('the moderator sends it back with a reason', async () => {
      await signIn(moderation, seeded.moderator, language);
      await play.inQueue(moderation, 'Nhu cầu', title);
      await moderation.getByRole('button', { name: say('Yêu cầu chỉnh sửa', { context: 'action' }) }).click();
      const dialog = moderation.getByRole('dialog');
      await dialog.getByLabel(say('Quy tắc')).selectOption(say('Kết quả mong muốn chưa rõ'));
      await expect(dialog.getByLabel(say('Lý do'))).not.toBeEmpty();
      await dialog.getByLabel(say('Lý do')).fill(story.remark);
      await dialog.getByRole('button', { name: say('Yêu cầu chỉnh sửa', { context: 'action' }) }).click();
      await expect(dialog).toBeHidden();
    });

    await test.step('the officer reads why in her email, mends the need and sends it again', async () => {
      await desk.goto(await play.letter(officer, 'need_sent_back', [title], [story.remark]));
      await expect(desk.getByRole('heading', { level: 1, name: say('Soạn nhu cầu') })).toBeVisible();
      await expect(desk.getByRole('main')).toContainText(story.remark);
      await play.bilingual(desk, 'Mô tả', { [language]: story.mended });
      await play.send(desk);
      await expect(desk.getByRole('heading', { level: 1, name: say('Đã gửi nhu cầu') })).toBeFocused();
    });

    await test.step('the moderator approves it', async () => {
      await play.inQueue(moderation, 'Nhu cầu', title);
      await expect(moderation.getByRole('main')).toContainText(story.mended);
      await play.approve(moderation);
    });

    await test.step('the officer gets the link to the public page, which the visitor opens', async () => {
      const link = await play.letter(officer, 'need_approved', [title]);
      need = /need_\w+/.exec(link)?.[0] ?? '';
      await visitor.goto(link);
      await expect(visitor.getByRole('heading', { level: 1, name: title })).toBeVisible();
      await expect(visitor.getByText(say('Đang tiếp nhận'), { exact: true })).toBeVisible();
    });

    await test.step('one firm registers and writes an offer', async () => {
      await play.register(firm, best.person, (page) => play.newOrganization(page, best.organization));
      await play.letter(best.person, 'welcome', []);
      await play.writeOffer(firm, best.offer);
    });

    await test.step('of the other firm somebody asks to join; its owner lets him in', async () => {
      const { joins, person } = other;
      let organization = '';
      await play.register(rival, person, async (page) => {
        await page.getByRole('searchbox', { name: say('Tìm tổ chức') }).fill(joins.search);
        const found = page.getByRole('radio', { name: joins.name });
        await found.check();
        organization = joins.name.exec((await found.locator('..').textContent()) ?? '')?.[0] ?? '';
      });
      await play.desk(rival);
      await expect(rival.getByRole('link', { name: say('Đăng giải pháp') })).toHaveCount(0);
      const asked = await letterTo(request, joins.owner, 'membership_requested', person.name);
      expect(asked.locale).toBe(joins.ownerLanguage.toUpperCase());
      expect(asked.subject).toContain(organization);
      const owner = await newPerson();
      const hers = new Play(joins.ownerLanguage, request);
      await signIn(owner, joins.owner, joins.ownerLanguage);
      await owner.goto(linkOf(asked));
      const letIn = owner.getByRole('button', { name: hers.say('Chấp thuận<0> {0}</0>', { 0: person.name }) });
      await letIn.click();
      await expect(letIn).toHaveCount(0);
      await owner.context().close();
      const link = await play.letterAbout(person, 'membership_approved', organization);
      await rival.goto(link);
      await expect(rival.getByRole('link', { name: say('Đăng giải pháp') })).toBeVisible();
      await play.writeOffer(rival, other.offer);
    });

    await test.step('the moderator approves both offers', async () => {
      for (const { person, offer } of [best, other]) {
        await play.inQueue(moderation, 'Giải pháp', play.text(offer.title));
        await play.approve(moderation);
        await visitor.goto(await play.letter(person, 'offer_approved', [play.text(offer.title)]));
        await expect(visitor.getByRole('heading', { level: 1, name: play.text(offer.title) })).toBeVisible();
      }
    });

    await test.step('the engine suggests the better offer first and says why', async () => {
      await desk.goto(play.at(`/goi-y?nhu-cau=${need}`));
      await settled(desk);
      await expect(desk.getByRole('heading', { level: 3 }).first()).toHaveText(offerTitle);
    });

    await test.step('the moderator introduces the two', async () => {
      await play.inQueue(moderation, 'Kết nối', `${title} ↔ ${offerTitle}`, offerTitle);
      await expect(moderation.getByRole('heading', { name: say('Vì sao hệ thống gợi ý') })).toBeVisible();
      await moderation.getByRole('button', { name: say('Giới thiệu hai bên') }).click();
      await moderation.getByRole('dialog').getByRole('button', { name: say('Giới thiệu hai bên') }).click();
      await expect(moderation.getByRole('dialog')).toBeHidden();
    });

    await test.step('both sides read the email and accept; only then they see whom to write to', async () => {
      const toOfficer = await play.letter(officer, 'match_introduced', [offerTitle], [title, best.organization.name]);
      const toFirm = await play.letter(best.person, 'match_introduced', [title], [offerTitle, story.city.name]);
      await desk.goto(toOfficer);
      await expect(desk.getByRole('heading', { level: 1, name: offerTitle })).toBeVisible();
      await expect(desk.getByText(best.person.email)).toHaveCount(0);
      await play.accept(desk);
      await expect(desk.getByText(say('Bên bạn đã đồng ý. Đang chờ bên kia trả lời.'))).toBeVisible();
      await expect(desk.getByText(best.person.email)).toHaveCount(0);
      await firm.goto(toFirm);
      await expect(firm.getByRole('heading', { level: 1, name: title })).toBeVisible();
      await expect(firm.getByText(officer.email)).toHaveCount(0);
      await play.accept(firm);
      await expect(firm.getByRole('link', { name: officer.email })).toBeVisible();
      await desk.goto(await play.letter(officer, 'match_mutual', [title, offerTitle], [best.person.name, best.person.email]));
      await expect(desk.getByRole('link', { name: best.person.email })).toBeVisible();
      await firm.goto(await play.letter(best.person, 'match_mutual', [offerTitle, title], [officer.name, officer.email]));
      await expect(firm.getByRole('link', { name: officer.email })).toBeVisible();
    });

    await test.step('both firms hand in a sealed proposal and get a receipt', async () => {
      await play.propose(firm, best);
      await rival.goto(play.at(`/nhu-cau/${need}`));
      await play.propose(rival, other);
    });

    await test.step('nobody else learns that there is any', async () => {
      for (const [page, answer] of [
        [desk, 'Không tìm thấy trang'],
        [moderation, 'Không tìm thấy trang'],
        [rival, 'Không tìm thấy trang'],
        [visitor, 'Đăng nhập'],
      ] as const) {
        await page.goto(play.proposals[0]!);
        await expect(page.getByRole('heading', { level: 1, name: say(answer) })).toBeVisible();
      }
      await desk.goto(play.at(`/co-quan/de-xuat/${need}`));
      await expect(desk.getByRole('heading', { name: say('Đề xuất đang được niêm phong') })).toBeVisible();
      await expect(desk.getByRole('main')).not.toContainText(best.organization.name);
      await visitor.goto(play.at(`/nhu-cau/${need}`));
      await settled(visitor);
      await expect(visitor.getByRole('main')).not.toContainText(best.organization.name);
    });

    await test.step('the deadline passes; the officer reads in her email whose proposals are open', async () => {
      await pass(request, 3 * 24 * 3600);
      // Sealed until two have opened: first one of the alliance, then she.
      await moderation.goto(play.at('/quan-tri/mo-de-xuat'));
      await play.open(moderation, title);
      await expect(moderation.getByRole('article').filter({ hasText: title })).toContainText(say('Chưa mở'));
      await desk.goto(play.at(`/co-quan/de-xuat/${need}`));
      await expect(desk.getByRole('main')).not.toContainText(best.organization.name);
      await play.open(desk);
      const link = await play.letter(officer, 'proposal_received', [title], [best.organization.name]);
      await visitor.goto(play.at(`/bien-ban-mo/${need}`));
      await expect(visitor.getByRole('heading', { level: 1, name: say('Biên bản mở đề xuất') })).toBeVisible();
      await expect(visitor.getByRole('row').filter({ hasText: best.organization.name })).toContainText(/[0-9a-f]{64}/);
      await visitor.goto(play.at(`/nhu-cau/${need}`));
      await expect(visitor.getByText(say('Đã đóng'), { exact: true })).toBeVisible();
      await desk.goto(link);
      await desk.getByRole('button', { name: say('Bắt đầu đánh giá') }).click();
      await expect(desk.getByText(say('Đang đánh giá'), { exact: true }).first()).toBeVisible();
    });

    await test.step('she reads both', async () => {
      for (const { proposal } of [best, other]) {
        const price = play.row(desk, proposal);
        await price.getByRole('link').click();
        await expect(desk.getByRole('main')).toContainText(proposal.approach);
        const file = desk.waitForEvent('download');
        await desk.getByRole('button', { name: 'Bản vẽ.pdf' }).click();
        expect((await file).suggestedFilename()).toBe('Bản vẽ.pdf');
        await desk.getByRole('button', { name: say('Đối chiếu nội dung') }).click();
        await expect(desk.getByRole('status').filter({ hasText: say('Khớp: nội dung đúng là nội dung đã nộp, biên nhận có chữ ký của máy chủ.') })).toBeVisible();
        await desk.goBack();
      }
    });

    await test.step('she declines one and selects the other, with reasons', async () => {
      await play.decide(desk, other, 'Không chọn', 'Không chọn');
      await play.decide(desk, best, 'Chọn', 'Chọn đề xuất này');
      await expect(desk.getByText(say('Đã ghép nối'), { exact: true })).toBeVisible();
    });

    await test.step('both firms learn the outcome and the reason', async () => {
      await firm.goto(await play.letter(best.person, 'proposal_decided', [title], [best.verdict, story.city.name], 'selected'));
      await expect(firm.getByRole('main')).toContainText(best.verdict);
      await rival.goto(await play.letter(other.person, 'proposal_decided', [title], [other.verdict, story.city.name], 'notSelected'));
      await expect(rival.getByRole('main')).toContainText(other.verdict);
    });

    await test.step('the visitor sees how far the need is, and never a proposal', async () => {
      await visitor.goto(play.at(`/nhu-cau/${need}`));
      await expect(visitor.getByText(say('Đã ghép nối'), { exact: true })).toBeVisible();
      for (const { proposal, verdict } of [best, other]) {
        for (const secret of [proposal.summary, proposal.approach, verdict]) await expect(visitor.getByRole('main')).not.toContainText(secret);
      }
      for (const proposal of play.proposals) {
        await visitor.goto(proposal);
        await expect(visitor.getByRole('heading', { level: 1, name: say('Đăng nhập') })).toBeVisible();
      }
    });
  });
}

type Bilingual = Partial<Record<Language, string>>;
type Bidder = Story['best'] | Story['other'];

/** What the people of the play do, in the language that it is played in. */
class Play {
  readonly say: Say;
  readonly story: Story;
  readonly title: string;
  /** Addresses of the proposals that were handed in. */
  readonly proposals: string[] = [];

  constructor(
    readonly language: Language,
    private readonly request: APIRequestContext,
  ) {
    this.say = words(language);
    this.story = stories[language];
    this.title = this.text(this.story.need.title);
  }

  at(path: string): string {
    return address(this.language, path);
  }

  text(value: Bilingual): string {
    return value[this.language] ?? '';
  }

  /** Reads the one email of this template about this; gives its link. */
  async letter(to: Person, template: string, about: string[], facts: string[] = [], subject: string = template): Promise<string> {
    const letter = await letterTo(this.request, to.email, template, about[0] ?? '');
    const expected: Record<string, string> = subjects[this.language];
    expect(letter.subject).toBe(expected[subject]!.replace('%1', about[0] ?? '').replace('%2', about[1] ?? ''));
    this.greets(letter, to);
    for (const fact of facts) expect(letter.text).toContain(fact);
    return this.here(linkOf(letter));
  }

  async letterAbout(to: Person, template: string, part: string): Promise<string> {
    const letter = await letterTo(this.request, to.email, template, part);
    this.greets(letter, to);
    return this.here(linkOf(letter));
  }

  private greets(letter: { locale: string; toName: string; text: string }, to: Person) {
    expect(letter.locale).toBe(this.language.toUpperCase());
    expect(letter.toName).toBe(to.name);
    expect(letter.text).toContain(this.language === 'vi' ? `Kính gửi ${to.name},` : `Dear ${to.name},`);
  }

  /** The link leads to this server, to the page in the reader's language. */
  private here(link: string): string {
    const { pathname } = new URL(link);
    expect(pathname.startsWith('/en/')).toBe(this.language === 'en');
    return link;
  }

  async register(page: Page, person: Person, organization: (page: Page) => Promise<void>) {
    await register(page, this.request, person, this.language, organization);
  }

  async newOrganization(page: Page, { kind, name }: { kind: string; name: string }) {
    const { say } = this;
    await page.getByRole('radio', { name: say('Chưa có: tôi khai mới') }).check();
    await page.getByLabel(say('Loại tổ chức')).selectOption(say(kind));
    const box = this.language === 'vi' ? say('Tên pháp lý bằng tiếng Việt') : say('Tên tiếng Anh');
    await page.getByLabel(box).fill(name);
  }

  async desk(page: Page) {
    await page.getByRole('navigation').getByRole('link', { name: this.say('Bàn làm việc') }).click();
    await expect(page).toHaveURL(this.at('/ban-lam-viec'));
    await settled(page);
  }

  bilingualBox(page: Page, group: string, language: Language) {
    const box = language === 'vi' ? 'Tiếng Việt' : 'Tiếng Anh';
    return page.getByRole('group', { name: this.say(group) }).getByRole('textbox', { name: this.say(box) });
  }

  async bilingual(page: Page, group: string, value: Bilingual) {
    for (const language of ['vi', 'en'] as const) {
      const text = value[language];
      if (text) await this.bilingualBox(page, group, language).fill(text);
    }
  }

  async place(page: Page, typed: string) {
    const box = page.getByRole('combobox', { name: this.say('Tỉnh, thành phố thực hiện') });
    await box.click();
    await box.pressSequentially(typed);
    await expect(page.getByRole('listbox').getByRole('option')).not.toHaveCount(0);
    await box.press('ArrowDown');
    await box.press('Enter');
    await expect(page.getByRole('listbox')).toHaveCount(0);
    await expect(box).toHaveValue(/^(Thành phố |Tỉnh )|(City|Province)$/);
  }

  async domains(page: Page, names: string[]) {
    const english: Record<string, string> = {
      'Y tế': 'Health',
      'Chính quyền số': 'Digital government',
      'Dữ liệu và nền tảng dữ liệu': 'Data and data platforms',
    };
    for (const name of names) {
      await page.getByRole('checkbox', { name: this.language === 'vi' ? name : english[name]!, exact: true }).check();
    }
  }

  async money(page: Page, group: string, [min, max]: string[]) {
    const range = page.getByRole('group', { name: this.say(group) });
    await range.getByLabel(this.say('Từ')).fill(min!);
    await range.getByLabel(this.say('Đến')).fill(max!);
  }

  async saved(page: Page) {
    await expect(page.getByRole('main').getByText(new RegExp(`^${this.say('Đã lưu {0}', { 0: '' })}\\d+:\\d+`))).toBeVisible();
  }

  /** Checks what was written and sends it in. */
  async send(page: Page) {
    await page.getByRole('button', { name: this.say('Xem lại và gửi') }).click();
    await expect(page.getByRole('heading', { level: 1, name: this.say('Xem lại trước khi gửi') })).toBeFocused();
    await sendIn(page, this.language);
  }

  async writeOffer(page: Page, offer: Story['best']['offer'] | Story['other']['offer']) {
    await this.desk(page);
    await page.getByRole('link', { name: this.say('Đăng giải pháp') }).first().click();
    await this.bilingual(page, 'Tên giải pháp', offer.title);
    await this.bilingual(page, 'Tóm tắt', offer.summary);
    await this.domains(page, offer.domains);
    await this.money(page, 'Giá tham khảo', offer.price);
    await this.send(page);
    await expect(page.getByRole('heading', { level: 1, name: this.say('Đã gửi giải pháp') })).toBeFocused();
  }

  /** Opens one item of the moderators' queue. */
  async inQueue(page: Page, kind: string, item: string, heading = item) {
    await page.goto(this.at('/quan-tri'));
    await page.getByLabel(this.say('Loại'), { exact: true }).selectOption(this.say(kind, { context: 'one' }));
    const link = page.getByRole('link', { name: item });
    const more = page.getByRole('button', { name: this.say('Xem thêm') });
    await expect(async () => {
      if ((await link.count()) === 0) await more.click({ timeout: 1000 });
      await expect(link).toBeVisible({ timeout: 1000 });
    }).toPass();
    await link.click();
    await expect(page.getByRole('heading', { level: 2, name: heading })).toBeVisible();
  }

  async approve(page: Page) {
    await page.getByRole('button', { name: this.say('Duyệt và đăng') }).click();
    await page.getByRole('dialog').getByRole('button', { name: this.say('Duyệt và đăng') }).click();
    await expect(page.getByRole('dialog')).toBeHidden();
  }

  async accept(page: Page) {
    await page.getByRole('button', { name: this.say('Đồng ý kết nối') }).click();
    await page.getByRole('dialog').getByRole('button', { name: this.say('Đồng ý kết nối') }).click();
    await expect(page.getByRole('dialog')).toBeHidden();
  }

  /** Writes a proposal from the page of the match or the need, hands it in, and compares the receipt with the email. */
  async propose(page: Page, { person, proposal }: Bidder) {
    const { say } = this;
    await page.getByRole('link', { name: say('Soạn đề xuất') }).click();
    await page.getByRole('group', { name: say('Ngôn ngữ của đề xuất') }).getByRole('radio', { name: say(proposal.language) }).check();
    await page.getByLabel(say('Tóm tắt')).fill(proposal.summary);
    await page.getByLabel(say('Cách thực hiện')).fill(proposal.approach);
    await page.getByLabel(say('Giá đề xuất')).fill(proposal.price);
    await page.getByLabel(say('Thời gian thực hiện (tháng)')).fill(proposal.months);
    await page.getByLabel(say('Tệp kèm theo')).setInputFiles([paper('Bản vẽ.pdf'), paper('Nhầm.pdf')]);
    const files = page.getByRole('list', { name: say('Tệp đã tải lên') });
    await expect(files.getByRole('listitem')).toHaveCount(2);
    await files.getByRole('button', { name: 'Nhầm.pdf' }).click();
    await expect(files.getByRole('listitem')).toHaveText([/Bản vẽ\.pdf/]);
    await page.getByRole('button', { name: say('Nộp đề xuất') }).click();
    await page.getByRole('dialog').getByRole('button', { name: say('Nộp đề xuất') }).click();
    await expect(page.getByRole('heading', { level: 1, name: say('Đã nộp đề xuất') })).toBeFocused();
    const receipt = await page.getByRole('definition').filter({ hasText: /^[0-9a-f]{64}$/ }).textContent();
    const link = await this.letter(person, 'proposal_receipt', [this.title], [receipt!]);
    await page.goto(link);
    await expect(page.getByRole('main')).toContainText(receipt!);
    this.proposals.push(link);
  }

  /** Opens the proposals for one side, on the page of the need or in the list of those that wait. */
  async open(page: Page, title?: string) {
    const place = title ? page.getByRole('article').filter({ hasText: title }) : page.getByRole('main');
    await place.getByRole('button', { name: this.say('Mở các đề xuất', { context: 'action' }) }).click();
    await page.getByRole('dialog').getByRole('button', { name: this.say('Mở đề xuất', { context: 'action' }), exact: true }).click();
    await expect(page.getByRole('dialog')).toBeHidden();
  }

  /** The row of a proposal in the owner's table, told by its months. */
  row(page: Page, { months }: Bidder['proposal']) {
    return page.getByRole('row').filter({ has: page.getByRole('cell', { name: months, exact: true }) });
  }

  async decide(page: Page, { proposal, verdict }: Bidder, button: string, confirm: string) {
    await this.row(page, proposal).getByRole('button', { name: this.say(button), exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(this.say('Lý do')).fill(verdict);
    await dialog.getByRole('button', { name: this.say(confirm), exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(this.row(page, proposal)).toContainText(verdict);
  }
}
