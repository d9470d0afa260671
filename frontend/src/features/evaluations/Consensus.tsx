import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useMutation } from 'urql';
import { appError, describe } from '@/app/errors';
import { localized } from '@/i18n/bilingual';
import { announce } from '@/ui/Announcer';
import { BilingualText } from '@/ui/BilingualText';
import { Button } from '@/ui/Button';
import { TextArea, TextField } from '@/ui/Field';
import { Section, Stack } from '@/ui/Page';
import { Panel, Row, Soft, TableBox } from '@/ui/Panel';
import { Tag } from '@/ui/Tag';
import { BidContent } from './BidContent';
import styles from './Evaluations.module.css';
import { AgreeScoreDocument, NoteInterviewDocument, type CriterionFragment, type EvaluationWholeFragment } from './evaluations.gql';
import { formatScore, readScore } from './figures';
import { bidName, type Bid } from './Ranking';

/** The meeting: what each scored, how far apart they are, and what the chair enters. */
export function Consensus({ evaluation }: { evaluation: EvaluationWholeFragment }) {
  const enters = evaluation.viewerCan.includes('AGREE');
  const interviews = evaluation.status === 'INTERVIEW';
  return (
    <Section title={<Trans>Điểm của từng thành viên và điểm thống nhất</Trans>}>
      <Stack>
        {evaluation.bids.map((bid) => {
          const open = enters && (!interviews || bid.shortlisted);
          return (
            <Panel key={bid.label}>
              <h3>
                <Trans>Bên dự {bidName(bid)}</Trans>
              </h3>
              <BidContent bid={bid} />
              {evaluation.criteria.map((criterion) => (
                <Line key={criterion.id} needId={evaluation.id} bid={bid} criterion={criterion} enters={open} />
              ))}
              {(bid.interviewNote || (interviews && bid.shortlisted)) && <Interview needId={evaluation.id} bid={bid} enters={open} />}
            </Panel>
          );
        })}
      </Stack>
    </Section>
  );
}

function Line({ needId, bid, criterion, enters }: { needId: string; bid: Bid; criterion: CriterionFragment; enters: boolean }) {
  const { t } = useLingui();
  const line = bid.lines.find(({ criterionId }) => criterionId === criterion.id);
  if (!line) return null;
  const name = localized(criterion.name).text;
  return (
    <div className={styles['criterion']}>
      <h4>
        <BilingualText value={criterion.name} /> ({criterion.weight} %)
      </h4>
      {line.scores.length > 0 && (
        <TableBox label={t`Điểm bên dự ${bid.label}, ${name}`}>
          <table>
            <thead>
              <tr>
                <th scope="col">
                  <Trans>Thành viên</Trans>
                </th>
                <th scope="col" className={styles['number']}>
                  <Trans>Điểm</Trans>
                </th>
                <th scope="col">
                  <Trans>Nhận xét</Trans>
                </th>
              </tr>
            </thead>
            <tbody>
              {line.scores.map((score) => (
                <tr key={score.memberId}>
                  <th scope="row">{score.name}</th>
                  <td className={styles['number']}>{score.score ?? '–'}</td>
                  <td>{score.comment}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableBox>
      )}
      {line.spread !== null && (
        <Row>
          <Soft>
            <Trans>Chênh lệch: {line.spread} điểm</Trans>
          </Soft>
          {line.farApart && (
            <Tag tone="warning" icon="warning">
              <Trans>Chênh lệch lớn, cần trao đổi</Trans>
            </Tag>
          )}
        </Row>
      )}
      {criterion.kind === 'QUALITY' && enters ? (
        <Agree needId={needId} bid={bid} criterion={criterion} score={line.score} note={line.note} />
      ) : (
        <p>
          {criterion.kind === 'PRICE' ? <Trans>Điểm giá, tính theo công thức: {formatScore(line.score)}</Trans> : <Trans>Điểm thống nhất: {formatScore(line.score)}</Trans>}
        </p>
      )}
      {!enters && line.note && (
        <p>
          <Trans>Ghi chú: {line.note}</Trans>
        </p>
      )}
    </div>
  );
}

function Agree({ needId, bid, criterion, score, note }: { needId: string; bid: Bid; criterion: CriterionFragment; score: number | null; note: string | null }) {
  const { t, i18n } = useLingui();
  const [typed, setTyped] = useState(score === null ? '' : String(score));
  const [words, setWords] = useState(note ?? '');
  const [problem, setProblem] = useState<string>();
  const [saving, agree] = useMutation(AgreeScoreDocument);
  const id = `agree.${bid.label}.${criterion.id}`;
  const name = localized(criterion.name).text;
  const save = async () => {
    const value = readScore(typed);
    if (value === undefined || value === null) return setProblem(t`Điểm là số nguyên từ 0 đến 100.`);
    const { error } = await agree({ input: { needId, label: bid.label, criterionId: criterion.id, score: value, note: words } });
    setProblem(error ? describe(appError(error), i18n) : undefined);
    if (!error) announce(t`Đã ghi điểm thống nhất`);
  };
  return (
    <>
      <div className={styles['score']}>
        <TextField
          id={id}
          label={
            <Trans>
              Điểm thống nhất<span className="visually-hidden">: bên dự {bid.label}, {name}</span>
            </Trans>
          }
          inputMode="numeric"
          autoComplete="off"
          value={typed}
          error={problem}
          onChange={(event) => setTyped(event.target.value)}
        />
        <TextArea
          id={`${id}.note`}
          label={
            <Trans>
              Ghi chú thống nhất<span className="visually-hidden">: bên dự {bid.label}, {name}</span>
            </Trans>
          }
          rows={2}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </div>
      <Row>
        <Button busy={saving.fetching} onClick={save}>
          <Trans>
            Ghi điểm<span className="visually-hidden">: bên dự {bid.label}, {name}</span>
          </Trans>
        </Button>
        {score !== null && (
          <Soft>
            <Trans>Đã ghi: {formatScore(score)}</Trans>
          </Soft>
        )}
      </Row>
    </>
  );
}

function Interview({ needId, bid, enters }: { needId: string; bid: Bid; enters: boolean }) {
  const { t, i18n } = useLingui();
  const [words, setWords] = useState(bid.interviewNote ?? '');
  const [problem, setProblem] = useState<string>();
  const [saving, note] = useMutation(NoteInterviewDocument);
  if (!enters) {
    return (
      <p>
        <Trans>Phỏng vấn: {bid.interviewNote}</Trans>
      </p>
    );
  }
  return (
    <>
      <TextArea id={`interview.${bid.label}`} label={<Trans>Nội dung phỏng vấn bên dự {bid.label}</Trans>} value={words} error={problem} onChange={(event) => setWords(event.target.value)} />
      <Row>
        <Button
          busy={saving.fetching}
          onClick={async () => {
            const { error } = await note({ input: { needId, label: bid.label, note: words } });
            setProblem(error ? describe(appError(error), i18n) : undefined);
            if (!error) announce(t`Đã ghi nội dung phỏng vấn`);
          }}
        >
          <Trans>Ghi nội dung phỏng vấn bên dự {bid.label}</Trans>
        </Button>
      </Row>
    </>
  );
}
