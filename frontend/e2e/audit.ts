import { AxeBuilder } from '@axe-core/playwright';
import { expect, test as base, type BrowserContext, type BrowserContextOptions, type Page } from '@playwright/test';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

function watch(page: Page, errors: string[], expected: RegExp | null) {
  page.on('console', (message) => {
    if (message.type() === 'error' && !expected?.test(message.text())) errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(String(error)));
}

interface Fixtures {
  /** What a test provokes on purpose. */
  expectedError: RegExp | null;
  quiet: string[];
  /** A browser of somebody's own: no cookie is shared with the others. */
  newPerson: (options?: BrowserContextOptions) => Promise<Page>;
}

/** Every test fails on an error in any console: a script that broke, or something that the content policy refused. */
export const test = base.extend<Fixtures>({
  expectedError: [null, { option: true }],
  quiet: [
    async ({ context, expectedError }, use) => {
      const errors: string[] = [];
      context.on('page', (page) => watch(page, errors, expectedError));
      await use(errors);
      expect(errors).toEqual([]);
    },
    { auto: true },
  ],
  newPerson: async ({ browser, quiet, expectedError }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (options) => {
      const context = await browser.newContext(options);
      contexts.push(context);
      context.on('page', (page) => watch(page, quiet, expectedError));
      return context.newPage();
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
});

export { expect };

/** No violation in either theme, and nothing to scroll sideways. */
export async function audit(page: Page) {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
    expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ target }) => String(target))])).toEqual([]);
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
}

/** The page is there: its heading stands and nothing says that it is loading. */
export async function settled(page: Page) {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
}
