import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useMutation } from 'urql';
import { appError, describe } from '@/app/errors';
import { useServerErrors } from '@/app/useServerErrors';
import type { PanelSeat } from '@/graphql-types';
import { announce } from '@/ui/Announcer';
import { Button } from '@/ui/Button';
import { ErrorSummary } from '@/ui/ErrorSummary';
import { Option, OptionGroup, SelectField } from '@/ui/Field';
import { Stack } from '@/ui/Page';
import { Notice, Panel, Row } from '@/ui/Panel';
import { ReasonDialog } from '@/ui/ReasonDialog';
import { MemberList } from './MemberList';
import { bidName } from './Ranking';
import {
  BeginScoringDocument,
  DecideEvaluationDocument,
  InvitePanelMemberDocument,
  RemovePanelMemberDocument,
  SetPanelChairDocument,
  ShortlistProposalsDocument,
  type EvaluationWholeFragment,
} from './evaluations.gql';
import { seatLabels } from '@/i18n/evaluationLabels';

export interface Candidate {
  userId: string;
  name: string;
  seatKind: PanelSeat;
}

/** What waits for the owner: to begin, to shortlist, to decide. */
export function OwnerSteps({ evaluation, onMoved }: { evaluation: EvaluationWholeFragment; onMoved: () => void }) {
  const { t, i18n } = useLingui();
  const [starting, start] = useMutation(BeginScoringDocument);
  const [asked, setAsked] = useState<'select' | 'none' | 'shortlist' | null>(null);
  const can = (action: EvaluationWholeFragment['viewerCan'][number]) => evaluation.viewerCan.includes(action);
  return (
    <>
      {can('START') && (
        <Notice>
          <p>
            <Trans>Các đề xuất đã mở và tổ đánh giá đủ người. Khi bắt đầu, các thành viên nhận thư và có 14 ngày để chấm.</Trans>
          </p>
          <Row>
            <Button
              tone="primary"
              busy={starting.fetching}
              onClick={async () => {
                const { error } = await start({ input: { needId: evaluation.id } });
                if (error) return;
                announce(t`Đã bắt đầu đánh giá`);
                onMoved();
              }}
            >
              <Trans>Bắt đầu đánh giá</Trans>
            </Button>
          </Row>
          {starting.error && <p role="alert">{describe(appError(starting.error), i18n)}</p>}
        </Notice>
      )}
      {can('DECIDE') && (
        <Notice>
          <p>
            <Trans>Kết quả đã được phê duyệt. Hãy quyết định; mọi bên dự nhận kết quả, điểm của mình và lý do cùng lúc.</Trans>
          </p>
          <Row>
            <Button tone="primary" onClick={() => setAsked('select')}>
              <Trans>Chọn một đề xuất</Trans>
            </Button>
            {can('SHORTLIST') && (
              <Button onClick={() => setAsked('shortlist')}>
                <Trans>Mời phỏng vấn</Trans>
              </Button>
            )}
            <Button tone="danger" onClick={() => setAsked('none')}>
              <Trans>Không chọn đề xuất nào</Trans>
            </Button>
          </Row>
        </Notice>
      )}
      {asked && <DecisionDialog key={asked} evaluation={evaluation} asked={asked} onClose={() => setAsked(null)} onMoved={onMoved} />}
    </>
  );
}

interface DialogProps {
  evaluation: EvaluationWholeFragment;
  asked: 'select' | 'none' | 'shortlist';
  onClose: () => void;
  onMoved: () => void;
}

function DecisionDialog({ evaluation, asked, onClose, onMoved }: DialogProps) {
  const { t, i18n } = useLingui();
  const bids = evaluation.bids.filter(({ shortlisted }) => evaluation.round === 1 || shortlisted).toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
  const [label, setLabel] = useState(bids[0]?.label ?? '');
  const [labels, setLabels] = useState<string[]>([]);
  const [notHighest, setNotHighest] = useState(false);
  const [, decide] = useMutation(DecideEvaluationDocument);
  const [, shortlist] = useMutation(ShortlistProposalsDocument);
  const lower = asked === 'select' && bids.find((bid) => bid.label === label)?.rank !== 1;
  const titles = {
    select: <Trans>Chọn một đề xuất</Trans>,
    none: <Trans>Không chọn đề xuất nào</Trans>,
    shortlist: <Trans>Mời phỏng vấn</Trans>,
  };
  return (
    <ReasonDialog
      open
      title={titles[asked]}
      reasonLabel={<Trans>Lý do</Trans>}
      reasonHint={asked === 'shortlist' ? <Trans>Các bên được mời đọc lý do này.</Trans> : <Trans>Mọi bên dự đọc lý do này.</Trans>}
      action={titles[asked]}
      tone={asked === 'none' ? 'danger' : 'primary'}
      onClose={onClose}
      onConfirm={async (reason) => {
        const { error } =
          asked === 'shortlist'
            ? await shortlist({ input: { needId: evaluation.id, labels, reason } })
            : await decide({ input: { needId: evaluation.id, selectedLabel: asked === 'select' ? label : null, notHighest, reason } });
        if (error) return describe(appError(error), i18n);
        announce(asked === 'shortlist' ? t`Đã lập danh sách ngắn` : t`Đã ghi quyết định`);
        onClose();
        onMoved();
        return null;
      }}
    >
      {asked === 'select' && (
        <SelectField id="selectedLabel" label={<Trans>Bên được chọn</Trans>} value={label} onChange={(event) => setLabel(event.target.value)}>
          {bids.map((bid) => (
            <option key={bid.label} value={bid.label}>
              {t`Hạng ${bid.rank ?? 0}: ${bidName(bid)}`}
            </option>
          ))}
        </SelectField>
      )}
      {lower && (
        <Option type="checkbox" checked={notHighest} onChange={(event) => setNotHighest(event.target.checked)}>
          <Trans>Tôi biết bên này không đứng đầu xếp hạng; lý do dưới đây giải thích vì sao chọn.</Trans>
        </Option>
      )}
      {asked === 'shortlist' && (
        <OptionGroup id="labels" label={<Trans>Các bên được mời</Trans>}>
          {bids.map((bid) => (
            <Option
              key={bid.label}
              type="checkbox"
              checked={labels.includes(bid.label)}
              onChange={(event) => setLabels(event.target.checked ? [...labels, bid.label] : labels.filter((one) => one !== bid.label))}
            >
              {bidName(bid)}
            </Option>
          ))}
        </OptionGroup>
      )}
      {asked === 'none' && (
        <p>
          <Trans>Nhu cầu kết thúc là «Không thành». Lý do hiện công khai.</Trans>
        </p>
      )}
    </ReasonDialog>
  );
}

/** The panel with what the owner can do about each, and the invitation of others. */
export function PanelOfOwner({ evaluation, candidates }: { evaluation: EvaluationWholeFragment; candidates: readonly Candidate[] }) {
  const { t, i18n } = useLingui();
  const [removing, setRemoving] = useState<string | null>(null);
  const [, remove] = useMutation(RemovePanelMemberDocument);
  const [, lead] = useMutation(SetPanelChairDocument);
  const manages = evaluation.viewerCan.includes('MANAGE_PANEL');
  return (
    <>
      <MemberList
        panel={evaluation.panel}
        sheets={evaluation.status !== 'PREPARING'}
        manage={
          manages
            ? {
                lead: (member) => {
                  void lead({ input: { memberId: member.id } }).then(({ error }) => {
                    if (!error) announce(t`Đã đổi tổ trưởng`);
                  });
                },
                remove: (member) => setRemoving(member.id),
              }
            : undefined
        }
      />
      {manages && <Invite evaluation={evaluation} candidates={candidates} />}
      <ReasonDialog
        open={removing !== null}
        title={<Trans>Đưa người này ra khỏi tổ đánh giá?</Trans>}
        reasonLabel={<Trans>Lý do</Trans>}
        reasonHint={<Trans>Lý do nằm trong biên bản. Phiếu chấm của người này không được tính nữa.</Trans>}
        action={<Trans>Đưa ra khỏi tổ</Trans>}
        tone="danger"
        onClose={() => setRemoving(null)}
        onConfirm={async (reason) => {
          const { error } = await remove({ input: { memberId: removing ?? '', reason } });
          if (error) return describe(appError(error), i18n);
          announce(t`Đã đưa ra khỏi tổ đánh giá`);
          setRemoving(null);
          return null;
        }}
      />
    </>
  );
}

const seats: PanelSeat[] = ['OWNER', 'ALLIANCE', 'RESEARCHER'];

function Invite({ evaluation, candidates }: { evaluation: EvaluationWholeFragment; candidates: readonly Candidate[] }) {
  const { t, i18n } = useLingui();
  const errors = useServerErrors();
  const [attempt, setAttempt] = useState(0);
  const [userId, setUserId] = useState('');
  const [chair, setChair] = useState(false);
  const [inviting, invite] = useMutation(InvitePanelMemberDocument);
  const led = evaluation.panel.some((member) => member.chair && member.status !== 'RECUSED' && member.status !== 'REMOVED');
  const send = async () => {
    errors.clear();
    const { error } = userId === '' ? { error: undefined } : await invite({ input: { needId: evaluation.id, userId, chair: chair && !led } });
    if (error) {
      errors.refuse(error);
      setAttempt((count) => count + 1);
      return;
    }
    if (userId === '') return;
    setUserId('');
    setChair(false);
    announce(t`Đã gửi lời mời`);
  };
  return (
    <Panel>
      <h3>
        <Trans>Mời người vào tổ</Trans>
      </h3>
      <p>
        <Trans>Tổ đánh giá cần ít nhất ba người, trong đó có một chuyên gia độc lập và một tổ trưởng. Lời mời gửi qua thư điện tử.</Trans>
      </p>
      <Stack>
        <ErrorSummary items={errors.items} attempt={attempt} />
        <SelectField id="userId" label={<Trans>Người được mời</Trans>} error={errors.messageOf('userId')} value={userId} onChange={(event) => setUserId(event.target.value)}>
          <option value="">{t`Chọn một người`}</option>
          {seats.map((seat) => (
            <optgroup key={seat} label={i18n._(seatLabels[seat])}>
              {candidates
                .filter(({ seatKind }) => seatKind === seat)
                .map((one) => (
                  <option key={one.userId} value={one.userId}>
                    {one.name}
                  </option>
                ))}
            </optgroup>
          ))}
        </SelectField>
        {!led && (
          <Option id="chair" type="checkbox" checked={chair} onChange={(event) => setChair(event.target.checked)}>
            <Trans>Làm tổ trưởng</Trans>
          </Option>
        )}
        <Row>
          <Button tone="primary" busy={inviting.fetching} onClick={send}>
            <Trans>Gửi lời mời</Trans>
          </Button>
        </Row>
      </Stack>
    </Panel>
  );
}
