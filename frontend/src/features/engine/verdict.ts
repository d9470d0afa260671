import type { LearntWeightsFragment } from './engine.gql';

export type Verdict = 'better' | 'notBetter' | 'worse';

/** What the 95 % interval of the gain says; an interval that contains 0 proves nothing. */
export function lessonVerdict(lesson: LearntWeightsFragment['lesson']): Verdict {
  if (lesson && lesson.gainLow > 0) return 'better';
  if (lesson && lesson.gainHigh < 0) return 'worse';
  return 'notBetter';
}
