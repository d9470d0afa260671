import { I18nProvider } from '@lingui/react';
import { setupI18n } from '@lingui/core';
import { render, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { FactorChart, strongestFirst, type DrawnFactor } from './FactorChart';

const factor = (key: DrawnFactor['key'], value: number, weight: number): DrawnFactor => ({
  key,
  value,
  weight,
  points: value * weight,
  reasonVi: `lý do ${key}`,
  reasonEn: `reason ${key}`,
});

const factors = [factor('PLACE', 0.5, 20), factor('TEXT', 0.8, 50), factor('MONEY', 0, 30)];

function draw(drawn = factors) {
  const i18n = setupI18n({ locale: 'vi', messages: { vi: {} } });
  return render(
    <I18nProvider i18n={i18n}>
      <FactorChart score={50} factors={drawn} />
    </I18nProvider>,
  );
}

test('the strongest reason comes first', () => {
  expect(strongestFirst(factors).map(({ key }) => key)).toEqual(['TEXT', 'PLACE', 'MONEY']);
});

test('each bar is as long as its points and says the points, the weight and the reason', () => {
  draw();
  const [first, second, ...others] = within(screen.getAllByRole('list')[0]!).getAllByRole('listitem');
  expect(first?.textContent).toContain('40,0 / 50,0');
  expect(first?.textContent).toContain('lý do TEXT');
  const lengths = (item: HTMLElement | undefined) => [...(item?.querySelectorAll('rect') ?? [])].map((bar) => bar.getAttribute('width'));
  expect([lengths(first), lengths(second)]).toEqual([
    ['100', '80'],
    ['40', '20'],
  ]);
  expect(others).toEqual([]);
});

test('what gave no points is said in short, and what has no weight not at all', () => {
  const { container } = draw([...factors, factor('TAGS', 0.5, 0)]);
  expect(container.querySelector('dl')?.textContent).toBe('Kinh phí (0 / 30,0)lý do MONEY');
  expect(container.textContent).not.toContain('lý do TAGS');
});

test('where everything gave points nothing is said to have given none', () => {
  const { container } = draw(factors.slice(0, 2));
  expect(container.querySelector('dl')).toBeNull();
});

test('the table says the same, and its sum is the score', () => {
  const { container } = draw();
  const rows = [...container.querySelectorAll('tbody tr')].map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent));
  expect(rows).toEqual([
    ['80 %', '50', '40,0', 'lý do TEXT'],
    ['50 %', '20', '10,0', 'lý do PLACE'],
    ['0 %', '30', '0,0', 'lý do MONEY'],
  ]);
  expect(container.querySelector('tfoot')?.textContent).toBe('Tổng10050,0');
});
