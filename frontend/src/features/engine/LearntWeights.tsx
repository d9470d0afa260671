import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useMutation } from 'urql';
import { appError, describe } from '@/app/errors';
import { formatDateTime } from '@/i18n/format';
import { announce } from '@/ui/Announcer';
import { Button } from '@/ui/Button';
import { Stack } from '@/ui/Page';
import { Notice, Panel, Row, Soft } from '@/ui/Panel';
import { ReasonDialog } from '@/ui/ReasonDialog';
import { Tag } from '@/ui/Tag';
import { Comparison } from './Comparison';
import { LessonText, VerdictTag } from './Lesson';
import { lessonVerdict } from './verdict';
import type { Weight } from './MostPoints';
import { WeightsTable } from './WeightsTable';
import { AdoptWeightsDocument, LearnWeightsDocument, RestoreDefaultWeightsDocument, type LearntWeightsFragment } from './engine.gql';

/** Learn, look at what it was worth, adopt, go back: nothing ranks until somebody adopts it. */
export function LearntWeights({ current, learnt }: { current: readonly Weight[]; learnt: readonly LearntWeightsFragment[] }) {
  const { t, i18n } = useLingui();
  const [{ fetching }, learn] = useMutation(LearnWeightsDocument);
  const [, adopt] = useMutation(AdoptWeightsDocument);
  const [, restore] = useMutation(RestoreDefaultWeightsDocument);
  const [problem, setProblem] = useState<string | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const [asking, setAsking] = useState<LearntWeightsFragment | 'defaults' | null>(null);
  const close = () => setAsking(null);
  const adopted = learnt.find(({ adoptedAt }) => adoptedAt !== null);
  const candidate = asking === 'defaults' ? null : asking;

  const say = (sentence: string) => {
    setSaid(sentence);
    announce(sentence);
  };
  const onLearn = async () => {
    setProblem(null);
    setSaid(null);
    const { data, error } = await learn({});
    if (error) return setProblem(describe(appError(error), i18n));
    const version = data?.learnWeights.weights.version ?? '';
    const known = learnt.some((one) => one.version === version);
    say(known ? t`Chưa có quyết định mới từ lần học trước: vẫn là ${version}.` : t`Đã học xong: ${version}. Hãy xem có đáng áp dụng không.`);
  };

  return (
    <Stack>
      <p>
        <Trans>Học từ các kết nối đã được đồng ý, từ chối hay chặn: yếu tố nào thật sự phân biệt thì được thêm điểm. Trọng số học được chỉ xếp hạng khi quản trị viên áp dụng.</Trans>
      </p>
      <div role="alert">
        {problem && (
          <Notice tone="warning">
            <p>{problem}</p>
          </Notice>
        )}
      </div>
      {said && (
        <Notice>
          <p>{said}</p>
        </Notice>
      )}
      <Row>
        <Button tone="primary" busy={fetching} onClick={() => void onLearn()}>
          {fetching ? <Trans>Đang học…</Trans> : <Trans>Học từ quyết định</Trans>}
        </Button>
        {adopted && (
          <Button onClick={() => setAsking('defaults')}>
            <Trans>Trở về mặc định</Trans>
          </Button>
        )}
      </Row>
      {learnt.length === 0 && (
        <Soft>
          <Trans>Chưa học lần nào.</Trans>
        </Soft>
      )}
      {learnt.map((one) => (
        <Panel key={one.id}>
          <Row spread>
            <h3>{one.version}</h3>
            {one.adoptedAt ? (
              <Tag tone="accent" icon="check">
                <Trans>Đang xếp hạng từ {formatDateTime(one.adoptedAt)}</Trans>
              </Tag>
            ) : (
              <VerdictTag lesson={one.lesson} />
            )}
          </Row>
          <LessonText lesson={one.lesson} />
          <Soft>
            <Trans>Học lúc {formatDateTime(one.createdAt)}</Trans>
          </Soft>
          <WeightsTable version={one.version} current={current} weights={one.weights} adopted={one.adoptedAt !== null} />
          {!one.adoptedAt && (
            <>
              <Comparison id={one.id} version={one.version} />
              <Row>
                <Button onClick={() => setAsking(one)}>
                  <Trans>
                    Áp dụng<span className="visually-hidden"> {one.version}</span>
                  </Trans>
                </Button>
              </Row>
            </>
          )}
        </Panel>
      ))}
      <ReasonDialog
        open={candidate !== null}
        title={<Trans>Áp dụng {candidate?.version}?</Trans>}
        action={<Trans>Áp dụng trọng số</Trans>}
        onClose={close}
        onConfirm={async () => {
          if (!candidate) return null;
          const { error } = await adopt({ input: { weightsId: candidate.id } });
          if (error) return describe(appError(error), i18n);
          close();
          say(t`Đã áp dụng ${candidate.version}. Các nhu cầu đang mở được xếp hạng lại trong ít phút.`);
          return null;
        }}
      >
        {candidate && lessonVerdict(candidate.lesson) !== 'better' && (
          <Notice tone="warning">
            <p>
              <Trans>Chưa có bằng chứng là trọng số này tốt hơn mặc định. Nên đợi có thêm quyết định.</Trans>
            </p>
          </Notice>
        )}
        <p>
          <Trans>Mọi nhu cầu đang mở được xếp hạng lại với trọng số này. Việc áp dụng nằm trong nhật ký, và trở về mặc định được bất cứ lúc nào.</Trans>
        </p>
      </ReasonDialog>
      <ReasonDialog
        open={asking === 'defaults'}
        title={<Trans>Trở về trọng số mặc định?</Trans>}
        action={<Trans>Trở về mặc định</Trans>}
        onClose={close}
        onConfirm={async () => {
          const { error } = await restore({});
          if (error) return describe(appError(error), i18n);
          close();
          say(t`Đã trở về mặc định. Các nhu cầu đang mở được xếp hạng lại trong ít phút.`);
          return null;
        }}
      >
        <p>
          <Trans>Mọi nhu cầu đang mở được xếp hạng lại với trọng số mặc định. Các phiên bản đã học vẫn còn đó.</Trans>
        </p>
      </ReasonDialog>
    </Stack>
  );
}
