import { expect, it } from 'vitest';
import { lessonVerdict } from './verdict';

const lesson = (gainLow: number, gainHigh: number) => ({ decisions: 40, needs: 20, pairs: 60, before: 0.6, after: 0.65, gain: 0.05, gainLow, gainHigh });

it('weights are better only when all of the interval is', () => {
  expect(lessonVerdict(lesson(0.01, 0.09))).toBe('better');
  expect(lessonVerdict(lesson(-0.01, 0.09))).toBe('notBetter');
  expect(lessonVerdict(lesson(0, 0.09))).toBe('notBetter');
  expect(lessonVerdict(lesson(-0.09, -0.01))).toBe('worse');
  expect(lessonVerdict(null)).toBe('notBetter');
});
