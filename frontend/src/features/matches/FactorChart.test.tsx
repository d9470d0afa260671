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

function draw() {
  const i18n = setupI18n({ locale: 'vi', messages: { vi: {} } });
  return render(
    <I18nProvider i18n={i18n}>
      <FactorChart score={50} factors={factors} />
    </I18nProvider>,
  );
}

test('the strongest reason comes first', () => {
  expect(strongestFirst(factors).map(({ key }) => key)).toEqual(['TEXT', 'PLACE', 'MONEY']);
});

test('each bar is as long as its points and says the points, the weight and the reason', () => {
  draw();
  const [first, second, third] = within(screen.getAllByRole('list')[0]!).getAllByRole('listitem');
  expect(first?.textContent).toContain('40,0 / 50,0');
  expect(first?.textContent).toContain('lý do TEXT');
  const length = (item: HTMLElement | undefined) => item?.querySelectorAll('rect')[1]?.getAttribute('width');
  expect([length(first), length(second), length(third)]).toEqual(['80', '50', '0']);
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
