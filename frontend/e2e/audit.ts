import { AxeBuilder } from '@axe-core/playwright';
import { expect, test as base, type BrowserContext, type BrowserContextOptions, type Locator, type Page } from '@playwright/test';

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

/** The rules that depend on the theme. */
export const colours = ['color-contrast', 'link-in-text-block'];

/** What axe finds, one line a rule: its name and where. */
export async function violations(page: Page, only?: string[]): Promise<string[]> {
  // Legacy mode leaves frames alone (the one there is shows a letter) and needs no second page.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
  const found = await (only ? axe.withRules(only) : axe.withTags(rules)).analyze();
  return found.violations.map(({ id, nodes }) => [id, ...nodes.map(({ target }) => String(target))].join(' '));
}

/** Nothing has to be scrolled sideways. */
export const fits = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);

/** No violation in either theme, and nothing to scroll sideways. */
export async function audit(page: Page) {
  for (const [colorScheme, only] of [['light'], ['dark', colours]] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await violations(page, only)).toEqual([]);
  }
  expect(await fits(page)).toBe(true);
}

/** The page is there: its heading stands and nothing says that it is loading. */
export async function settled(page: Page) {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
}

/** The section of a page under this heading. */
export function section(page: Page, name: string): Locator {
  return page.locator('section').filter({ has: page.getByRole('heading', { name, exact: true }) }).last();
}
