import { audit, expect, settled, test } from '../audit';
import { newcomer, ownPassword, signIn } from '../people';
import { address, words } from '../words';

const key = () => crypto.randomUUID().slice(0, 8);

for (const language of ['vi', 'en'] as const) {
  const say = words(language);

  test(`an expert writes a profile, shows it, hides it, in ${language}`, async ({ page, request, newPerson }) => {
    const { name, email } = await newcomer(request, key(), language);
    const word = `chuyên đề ${key()}`;
    await signIn(page, email, language, ownPassword);
    await page.getByRole('link', { name: say('Hồ sơ'), exact: true }).click();
    await page.getByRole('link', { name: say('Mở hồ sơ chuyên gia') }).click();
    await expect(page.getByRole('heading', { level: 1, name: say('Hồ sơ chuyên gia của tôi') })).toBeFocused();
    await expect(page.getByRole('main')).toContainText(say('Chưa viết hồ sơ'));

    await test.step('an empty line and a wrong ORCID iD are told at their fields', async () => {
      await page.getByRole('button', { name: say('Lưu hồ sơ chuyên gia') }).click();
      await expect(page.getByRole('alert')).toBeFocused();
      await page.getByRole('alert').getByRole('link').click();
      const headline = page.getByRole('group', { name: say('Chuyên môn trong một dòng') });
      await expect(headline.getByLabel(say('Tiếng Việt'))).toBeFocused();
      await headline.getByLabel(say('Tiếng Việt')).fill(`Nước thải đô thị, ${word}`);
      await headline.getByLabel(say('Tiếng Anh')).fill(`Urban wastewater, ${word}`);
      await page.getByLabel('ORCID').fill('0000-0002-1825-0098');
      await page.getByRole('button', { name: say('Thêm công bố') }).click();
      await page.getByLabel(say('Tên công bố')).fill('Lọc nước bằng cát');
      await page.getByLabel(say('Năm'), { exact: true }).fill('2024');
      await page.getByRole('button', { name: say('Lưu hồ sơ chuyên gia') }).click();
      await expect(page.getByRole('alert')).toContainText('0000-0002-1825-0097');
      await expect(page.getByLabel('ORCID')).toHaveAttribute('aria-invalid', 'true');
      await audit(page);
    });

    await test.step('it is saved, and nobody else sees it', async () => {
      await page.getByLabel('ORCID').fill('https://orcid.org/0000-0002-1825-0097');
      await page.getByLabel(say('Từ khóa')).fill(`${word}\nlọc chậm`);
      await page.getByRole('checkbox', { name: say('Đánh giá độc lập') }).check();
      await page.getByLabel(say('Lợi ích có thể xung đột')).fill('Cố vấn của một công ty cấp nước');
      await page.getByRole('button', { name: say('Lưu hồ sơ chuyên gia') }).click();
      await expect(page.getByText(say('Đã lưu hồ sơ chuyên gia. Hồ sơ chưa hiện công khai.'))).toBeVisible();
      await expect(page.getByLabel('ORCID')).toHaveValue('0000-0002-1825-0097');
    });

    const visitor = await newPerson();
    const find = address(language, `/chuyen-gia?q=${encodeURIComponent(word)}`);
    await visitor.goto(find);
    await expect(visitor.getByRole('heading', { name: say('Chưa có chuyên gia nào như vậy') })).toBeVisible();

    await test.step('she agrees, and everybody does', async () => {
      await page.getByRole('button', { name: say('Cho hiện công khai…') }).click();
      await page.getByRole('dialog').getByRole('button', { name: say('Tôi đồng ý') }).click();
      await expect(page.getByText(say('Bạn đã đồng ý: hồ sơ hiện công khai.'))).toBeVisible();
      await visitor.goto(find);
      await visitor.getByRole('link', { name }).click();
      await expect(visitor.getByRole('heading', { level: 1, name })).toBeFocused();
      await expect(visitor.getByRole('link', { name: 'https://orcid.org/0000-0002-1825-0097' })).toBeVisible();
      await expect(visitor.getByRole('main')).toContainText('Lọc nước bằng cát');
      await expect(visitor.getByRole('main')).toContainText(say('Nhận lời đánh giá'));
      // What could conflict is for signed-in people.
      await expect(visitor.getByRole('main')).not.toContainText('Cố vấn của một công ty cấp nước');
      await page.getByRole('link', { name: say('Xem như người khác thấy') }).click();
      await expect(page.getByRole('main')).toContainText('Cố vấn của một công ty cấp nước');
      await audit(page);
    });

    await test.step('she withdraws, and it is gone at once', async () => {
      await page.getByRole('link', { name: say('Sửa hồ sơ chuyên gia') }).click();
      await page.getByRole('button', { name: say('Ẩn hồ sơ') }).click();
      await expect(page.getByText(say('Bạn đã rút lại: hồ sơ ẩn ngay.'))).toBeVisible();
      await visitor.reload();
      await expect(visitor.getByRole('heading', { level: 1, name: say('Không tìm thấy trang') })).toBeVisible();
    });
  });
}

test('two windows, one profile: both versions are shown, one is kept', async ({ page, context, request }) => {
  const { email } = await newcomer(request, key());
  await signIn(page, email, 'vi', ownPassword);
  const open = async (window: typeof page) => {
    await window.goto('/ho-so-chuyen-gia');
    await settled(window);
    return window.getByRole('group', { name: 'Chuyên môn trong một dòng' }).getByLabel('Tiếng Việt');
  };
  const other = await context.newPage();
  const [mine, theirs] = [await open(page), await open(other)];
  await theirs.fill('Viết ở cửa sổ kia');
  await other.getByRole('button', { name: 'Lưu hồ sơ chuyên gia' }).click();
  await expect(other.getByText('Đã lưu hồ sơ chuyên gia.')).toBeVisible();
  await mine.fill('Viết ở cửa sổ này');
  await page.getByRole('button', { name: 'Lưu hồ sơ chuyên gia' }).click();
  await expect(page.getByRole('heading', { name: 'Hồ sơ này vừa được sửa ở nơi khác' })).toBeVisible();
  await expect(page.getByRole('table')).toContainText('Viết ở cửa sổ kia');
  await page.getByRole('button', { name: 'Giữ bản của tôi' }).click();
  await page.getByRole('button', { name: 'Lưu hồ sơ chuyên gia' }).click();
  await expect(page.getByText('Đã lưu hồ sơ chuyên gia.')).toBeVisible();
  await page.getByRole('button', { name: 'Xóa hồ sơ' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Xóa hồ sơ' }).click();
  await expect(page.getByText('Đã xóa hồ sơ chuyên gia.')).toBeVisible();
  await expect(page.getByText('Chưa viết hồ sơ')).toBeVisible();
  await expect(mine).toHaveValue('');
});
