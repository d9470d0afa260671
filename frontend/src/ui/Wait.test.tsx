import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { messages } from '@/i18n/locales/vi/messages.po';
import { Wait } from './Wait';

beforeEach(() => {
  i18n.loadAndActivate({ locale: 'vi', messages });
  vi.useFakeTimers({ now: 1_800_000_000_400 });
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

it('says how long to wait, in words, and when it is over', () => {
  render(
    <I18nProvider i18n={i18n}>
      <Wait until={Date.now() + 61_000} />
    </I18nProvider>,
  );
  // A timer is no live region: nobody hears every second.
  const timer = screen.getByRole('timer');
  expect(timer.textContent).toBe('Thử lại được sau 1 phút 1 giây.');
  act(() => void vi.advanceTimersByTime(56_000));
  expect(timer.textContent).toBe('Thử lại được sau 5 giây.');
  act(() => void vi.advanceTimersByTime(10_000));
  expect(timer.textContent).toBe('Bây giờ bạn có thể thử lại.');
});
