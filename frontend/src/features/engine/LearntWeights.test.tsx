import { setupI18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LearntWeights } from './LearntWeights';
import type { LearntWeightsFragment } from './engine.gql';

const version = (name: string, gainLow: number, adoptedAt: string | null = null): LearntWeightsFragment => ({
  id: `wgt_${name}`,
  version: name,
  createdAt: '2026-11-25T08:00:00Z',
  adoptedAt,
  weights: [{ key: 'PLACE', points: 100 }],
  lesson: { decisions: 64, needs: 18, pairs: 92, before: 0.61, after: 0.64, gain: 0.03, gainLow, gainHigh: 0.08 },
});

const sent = vi.hoisted(() => vi.fn());
vi.mock('urql', () => ({
  useMutation: () => [
    { fetching: false },
    (variables: unknown) => {
      sent(variables);
      return Promise.resolve({ data: {} });
    },
  ],
}));

beforeEach(() => {
  sent.mockClear();
  // The test's browser has no modal dialogs of its own.
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
});

afterEach(cleanup);

function draw(learnt: LearntWeightsFragment[]) {
  const i18n = setupI18n({ locale: 'vi', messages: { vi: {} } });
  return render(
    <I18nProvider i18n={i18n}>
      <LearntWeights current={[{ key: 'TEXT', points: 100 }]} learnt={learnt} />
    </I18nProvider>,
  );
}

test('an interval that contains 0 is said to prove nothing', () => {
  const { container } = draw([version('learnt-1', -0.02)]);
  expect(container.textContent).toContain('Không tốt hơn mặc định: khoảng tin cậy chứa số 0');
  expect(container.textContent).toContain('thay đổi +3 điểm phần trăm (khoảng tin cậy 95 %: từ −2 đến +8)');
});

test('weights that are better are not called chance', () => {
  const { container } = draw([version('learnt-1', 0.01)]);
  expect(container.textContent).toContain('Tốt hơn mặc định');
  expect(container.textContent).not.toContain('Không tốt hơn');
});

test('weights rank only after a question, which warns of those that prove nothing', async () => {
  draw([version('learnt-1', -0.02)]);
  await userEvent.click(screen.getByRole('button', { name: 'Áp dụng learnt-1' }));
  const dialog = screen.getByRole('dialog', { name: 'Áp dụng learnt-1?' });
  expect(dialog.textContent).toContain('Chưa có bằng chứng là trọng số này tốt hơn mặc định');
  expect(sent).not.toHaveBeenCalled();
  await userEvent.click(within(dialog).getByRole('button', { name: 'Áp dụng trọng số' }));
  expect(sent).toHaveBeenCalledWith({ input: { weightsId: 'wgt_learnt-1' } });
});

test('the way back to the defaults is there while other weights rank, and asks first', async () => {
  draw([version('learnt-1', 0.01, '2026-11-26T08:00:00Z')]);
  expect(screen.queryByRole('button', { name: /Áp dụng/ })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Trở về mặc định' }));
  expect(sent).not.toHaveBeenCalled();
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Trở về mặc định' }));
  expect(sent).toHaveBeenCalledOnce();
});

test('without learnt weights there is no way back', () => {
  draw([]);
  expect(screen.queryByRole('button', { name: 'Trở về mặc định' })).toBeNull();
});
