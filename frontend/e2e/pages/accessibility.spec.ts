import { colours, expect, fits, settled, test, violations } from '../audit';
import { signIn } from '../people';
import { address } from '../words';
import { addresses, pattern, rounds } from './visits';

// A recording of every step would cost more than the steps.
test.use({ trace: 'off' });

for (const language of ['vi', 'en'] as const) {
  for (const { who, email, paths } of rounds) {
    test(`${who} meets no barrier in ${language}`, async ({ page, request }) => {
      test.setTimeout(600_000);
      if (email) await signIn(page, email, language);
      for (const path of await paths(request)) {
        await test.step(path, async () => {
          await page.setViewportSize({ width: 1280, height: 900 });
          await page.emulateMedia({ colorScheme: 'light' });
          await page.goto(address(language, path));
          await settled(page);
          await expect(page.locator('html')).toHaveAttribute('lang', language);
          await expect(page).toHaveTitle(/\S – i-Forum Smart City$|^i-Forum Smart City – \S/);
          await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
          const found: Record<string, string[]> = {};
          const note = (where: string, what: string[]) => what.length > 0 && (found[where] = what);
          for (const width of [1280, 360]) {
            await page.setViewportSize({ width, height: 800 });
            await page.emulateMedia({ colorScheme: 'light' });
            note(`light ${width}`, await violations(page));
            // The document is the same in the dark; only its colours differ, and those are of no language.
            if (language === 'en') continue;
            await page.emulateMedia({ colorScheme: 'dark' });
            note(`dark ${width}`, await violations(page, colours));
          }
          await page.setViewportSize({ width: 320, height: 640 });
          if (!(await fits(page))) note('reflow 320', ['scrolls sideways']);
          expect.soft(found, path).toEqual({});
        });
      }
    });
  }
}

test('every address of the product is among them', async ({ request }) => {
  const visited = new Set<string>();
  for (const { paths } of rounds) for (const path of await paths(request)) visited.add(pattern(path));
  // Layouts, which have no page of their own.
  const expected = [...addresses()].filter((route) => !['/de-xuat', '/giai-phap-cua-toi', '/co-quan/nhu-cau'].includes(route));
  expect(expected.filter((route) => !visited.has(route))).toEqual([]);
});

for (const [prefix, hoangSa, truongSa] of [
  ['/', 'Quần đảo Hoàng Sa', 'Quần đảo Trường Sa'],
  ['/en/', 'Hoàng Sa (Paracel)', 'Trường Sa (Spratly)'],
] as const) {
  test(`the map at ${prefix} has 34 units and both archipelagos by name`, async ({ page }) => {
    await page.goto(prefix);
    await expect(page.locator('[data-archipelago]')).toHaveCount(2);
    await expect(page.locator('svg path[data-code]:not([data-archipelago])')).toHaveCount(34);
    await expect(page.locator('svg text')).toContainText([hoangSa, truongSa]);
    for (const change of [() => page.setViewportSize({ width: 360, height: 780 }), () => page.emulateMedia({ media: 'print' })]) {
      await change();
      await expect(page.locator('[data-archipelago]')).toHaveCount(2);
      await expect(page.locator('[data-archipelago]').first()).toBeVisible();
    }
  });
}
