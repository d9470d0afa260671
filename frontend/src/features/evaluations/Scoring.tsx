import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { useMutation } from 'urql';
import { appError, describe } from '@/app/errors';
import { useServerErrors } from '@/app/useServerErrors';
import { localized } from '@/i18n/bilingual';
import { formatDateTime } from '@/i18n/format';
import { announce } from '@/ui/Announcer';
import { Button } from '@/ui/Button';
import { BilingualText } from '@/ui/BilingualText';
import { ErrorSummary } from '@/ui/ErrorSummary';
import { TextArea, TextField } from '@/ui/Field';
import { Section, Stack } from '@/ui/Page';
import { Notice, Panel, Row, Soft } from '@/ui/Panel';
import { ReasonDialog } from '@/ui/ReasonDialog';
import { BidContent } from './BidContent';
import styles from './Evaluations.module.css';
import { SaveScoresDocument, SubmitScoresDocument, type CriterionFragment, type EvaluationWholeFragment } from './evaluations.gql';
import { readScore } from './figures';
import type { Bid } from './Ranking';

/** Milliseconds of rest before what was typed is saved. */
const rest = 1200;

/** A member's own sheet: each bid by each criterion, saved as she goes. */
export function Scoring({ evaluation }: { evaluation: EvaluationWholeFragment }) {
  const { t } = useLingui();
  const errors = useServerErrors();
  const [attempt, setAttempt] = useState(0);
  const [asking, setAsking] = useState(false);
  const [, submit] = useMutation(SubmitScoresDocument);
  const pending = useRef(new Map<string, () => Promise<boolean>>());
  const quality = evaluation.criteria.filter(({ kind }) => kind === 'QUALITY');
  return (
    <Section title={<Trans>Phiếu chấm của bạn</Trans>}>
      <Stack>
        <Notice>
          <p>
            {evaluation.scoresDueAt && <Trans>Hạn chấm: {formatDateTime(evaluation.scoresDueAt)}.</Trans>}{' '}
            <Trans>Mỗi tiêu chí một điểm từ 0 đến 100 và một nhận xét. Không ai xem được phiếu của bạn trước khi mọi thành viên đã nộp.</Trans>
          </p>
        </Notice>
        <ErrorSummary items={errors.items} attempt={attempt} />
        {evaluation.bids.map((bid) => (
          <Panel key={bid.label}>
            <h3>
              <Trans>Bên dự {bid.label}</Trans>
            </h3>
            <BidContent bid={bid} />
            {quality.map((criterion) => (
              <Entry key={criterion.id} needId={evaluation.id} bid={bid} criterion={criterion} pending={pending} />
            ))}
          </Panel>
        ))}
        <Row>
          <Button tone="primary" onClick={() => setAsking(true)}>
            <Trans>Nộp phiếu chấm</Trans>
          </Button>
        </Row>
      </Stack>
      <ReasonDialog
        open={asking}
        title={<Trans>Nộp phiếu chấm?</Trans>}
        action={<Trans>Nộp phiếu chấm</Trans>}
        onClose={() => setAsking(false)}
        onConfirm={async () => {
          errors.clear();
          // What is still being typed goes first.
          const saved = await Promise.all([...pending.current.values()].map((save) => save()));
          if (saved.includes(false)) {
            setAsking(false);
            return null;
          }
          const { error } = await submit({ input: { needId: evaluation.id } });
          setAsking(false);
          if (error) {
            errors.refuse(error);
            setAttempt((count) => count + 1);
          } else announce(t`Đã nộp phiếu chấm`);
          return null;
        }}
      >
        <p>
          <Trans>Phiếu đã nộp không sửa được nữa.</Trans>
        </p>
      </ReasonDialog>
    </Section>
  );
}

interface EntryProps {
  needId: string;
  bid: Bid;
  criterion: CriterionFragment;
  pending: RefObject<Map<string, () => Promise<boolean>>>;
}

function Entry({ needId, bid, criterion, pending }: EntryProps) {
  const { i18n, t } = useLingui();
  const stored = bid.viewerScores.find(({ criterionId }) => criterionId === criterion.id);
  const [score, setScore] = useState(stored?.score?.toString() ?? '');
  const [comment, setComment] = useState(stored?.comment ?? '');
  const [state, setState] = useState<'rest' | 'saving' | 'saved' | { problem: string }>('rest');
  const [, save] = useMutation(SaveScoresDocument);
  const typed = useRef(false);
  const id = `${bid.label}.${criterion.id}`;
  const value = readScore(score);
  const name = localized(criterion.name).text;

  const write = async () => {
    if (!typed.current || value === undefined) return value !== undefined;
    typed.current = false;
    setState('saving');
    const { error } = await save({ input: { needId, label: bid.label, scores: [{ criterionId: criterion.id, score: value, comment }] } });
    setState(error ? { problem: describe(appError(error), i18n) } : 'saved');
    return !error;
  };

  useEffect(() => {
    pending.current.set(id, write);
    if (!typed.current) return;
    const timer = setTimeout(() => void write(), rest);
    return () => clearTimeout(timer);
  });

  const change = (set: (text: string) => void) => (event: { target: { value: string } }) => {
    typed.current = true;
    setState('rest');
    set(event.target.value);
  };
  return (
    <div className={styles['criterion']}>
      <h4>
        <BilingualText value={criterion.name} /> ({criterion.weight} %)
      </h4>
      {(criterion.description.vi || criterion.description.en) && (
        <Soft>
          <BilingualText value={criterion.description} />
        </Soft>
      )}
      <div className={styles['score']}>
        <TextField
          id={`${id}.score`}
          label={
            <Trans>
              Điểm<span className="visually-hidden">: bên dự {bid.label}, {name}</span>
            </Trans>
          }
          inputMode="numeric"
          autoComplete="off"
          value={score}
          error={value === undefined ? t`Điểm là số nguyên từ 0 đến 100.` : undefined}
          onChange={change(setScore)}
          onBlur={() => void write()}
        />
        <TextArea
          id={`${id}.comment`}
          label={
            <Trans>
              Nhận xét<span className="visually-hidden">: bên dự {bid.label}, {name}</span>
            </Trans>
          }
          rows={2}
          value={comment}
          onChange={change(setComment)}
          onBlur={() => void write()}
        />
      </div>
      <Soft>
        <span role="status" className={styles['saved']}>
          {state === 'saving' && <Trans>Đang lưu…</Trans>}
          {state === 'saved' && <Trans>Đã lưu</Trans>}
          {typeof state === 'object' && state.problem}
        </span>
      </Soft>
    </div>
  );
}
