import { expect, it } from 'vitest';
import { stays, viewerConsented, waitsForViewer } from './circle';

it('an owner is asked until each of her needs is answered for', () => {
  const other = { answer: 'WAITING', viewerCan: [] } as const;
  const asked = { answer: 'WAITING', viewerCan: ['CONSENT', 'DECLINE'] } as const;
  const given = { answer: 'CONSENTED', viewerCan: ['DECLINE'] } as const;
  expect([waitsForViewer([other, asked, given]), viewerConsented([other, asked, given])]).toEqual([true, false]);
  expect([waitsForViewer([other, given]), viewerConsented([other, given])]).toEqual([false, true]);
  expect([waitsForViewer([other]), viewerConsented([other])]).toEqual([false, false]);
});

it('who declined or left is out of it', () => {
  const answers = ['WAITING', 'CONSENTED', null, 'DECLINED', 'LEFT'] as const;
  expect(answers.filter((answer) => stays({ answer, viewerCan: [] }))).toEqual(['WAITING', 'CONSENTED', null]);
});
