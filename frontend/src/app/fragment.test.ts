import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

/** As the browser reads it with a page. */
async function openedAt(address: string) {
  window.history.replaceState(null, '', address);
  vi.resetModules();
  return import('./fragment');
}

beforeEach(() => window.history.replaceState(null, '', '/'));
afterEach(cleanup);

it('is taken out of the address before anything else', async () => {
  const { useFragment } = await openedAt('/en/dang-ky/hoan-tat?a=1#link_1.secret');
  expect(window.location.href).toMatch(/\/en\/dang-ky\/hoan-tat\?a=1$/);
  expect(renderHook(() => useFragment()).result.current).toBe('link_1.secret');
});

it('is given to one page, once', async () => {
  const { useFragment } = await openedAt('/dat-lai-mat-khau#link_1.secret');
  expect(renderHook(() => useFragment()).result.current).toBe('link_1.secret');
  expect(renderHook(() => useFragment()).result.current).toBe('');
});

it('stays where it only names a place of the page', async () => {
  await openedAt('/tai-khoan#thiet-bi');
  expect(window.location.hash).toBe('#thiet-bi');
  await openedAt('/dang-ky-khac#a');
  expect(window.location.hash).toBe('#a');
});

it('is replaced by another one that is pasted', async () => {
  const { useFragment } = await openedAt('/dat-lai-mat-khau#old');
  const { result } = renderHook(() => useFragment());
  window.history.replaceState(null, '', '/dat-lai-mat-khau#new');
  act(() => void window.dispatchEvent(new Event('hashchange')));
  expect(result.current).toBe('new');
  expect(window.location.hash).toBe('');
});
