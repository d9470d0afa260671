import { Plural, Trans } from '@lingui/react/macro';
import { formatNumber } from '@/i18n/format';
import { Soft } from '@/ui/Panel';
import { Tag } from '@/ui/Tag';
import type { LearntWeightsFragment } from './engine.gql';
import { lessonVerdict } from './verdict';

type Lesson = LearntWeightsFragment['lesson'];

export function VerdictTag({ lesson }: { lesson: Lesson }) {
  switch (lessonVerdict(lesson)) {
    case 'better':
      return (
        <Tag tone="positive" icon="check">
          <Trans>Tốt hơn mặc định</Trans>
        </Tag>
      );
    case 'notBetter':
      return (
        <Tag tone="warning" icon="warning">
          <Trans>Không tốt hơn mặc định</Trans>
        </Tag>
      );
    case 'worse':
      return (
        <Tag tone="danger" icon="warning">
          <Trans>Kém hơn mặc định</Trans>
        </Tag>
      );
  }
}

const share = (value: number) => formatNumber(value * 100);
const signed = (value: number) => (value > 0 ? `+${share(value)}` : share(value).replace('-', '−'));

/** What it was learnt from, what that was worth, and what it proves. */
export function LessonText({ lesson }: { lesson: Lesson }) {
  if (!lesson) {
    return (
      <Soft>
        <Trans>Phiên bản này không ghi học từ đâu, nên không biết có tốt hơn mặc định không.</Trans>
      </Soft>
    );
  }
  const verdict = lessonVerdict(lesson);
  return (
    <>
      <p>
        <Trans>
          Học từ <Plural value={lesson.decisions} one="# quyết định" other="# quyết định" /> về <Plural value={lesson.needs} one="# nhu cầu" other="# nhu cầu" />, so sánh{' '}
          <Plural value={lesson.pairs} one="# cặp" other="# cặp" />.
        </Trans>
      </p>
      <p>
        <Trans>
          Trên những cặp để riêng, mặc định xếp đúng ý người quyết định {share(lesson.before)} %, trọng số học được {share(lesson.after)} %: thay đổi {signed(lesson.gain)} điểm phần trăm
          (khoảng tin cậy 95 %: từ {signed(lesson.gainLow)} đến {signed(lesson.gainHigh)}).
        </Trans>
      </p>
      {verdict === 'notBetter' && (
        <p>
          <strong>
            <Trans>Không tốt hơn mặc định: khoảng tin cậy chứa số 0, nên thay đổi này có thể chỉ là ngẫu nhiên.</Trans>
          </strong>
        </p>
      )}
    </>
  );
}
