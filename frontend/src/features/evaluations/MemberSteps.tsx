import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useMutation } from 'urql';
import { appError, describe } from '@/app/errors';
import type { ConflictKind } from '@/graphql-types';
import { localized } from '@/i18n/bilingual';
import { announce } from '@/ui/Announcer';
import { BilingualText } from '@/ui/BilingualText';
import { Button } from '@/ui/Button';
import { Notice, Row } from '@/ui/Panel';
import { ReasonDialog } from '@/ui/ReasonDialog';
import { AnswerPanelInvitationDocument, ApproveEvaluationDocument, DiscloseConflictDocument, StartConsensusDocument, type EvaluationWholeFragment } from './evaluations.gql';

type Asked = 'accept' | 'recuse' | 'confer' | 'approve' | { disclose: ConflictKind; bidder: string; name: string };

/** What waits for this member: the invitation, disclosures, and for the chair the meeting and its end. */
export function MemberSteps({ evaluation, onMoved }: { evaluation: EvaluationWholeFragment; onMoved: () => void }) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const seat = evaluation.viewerSeat;
  const can = (action: EvaluationWholeFragment['viewerCan'][number]) => evaluation.viewerCan.includes(action);
  const open = seat?.conflicts.filter(({ blocks, disclosed }) => !blocks && disclosed === null) ?? [];
  return (
    <>
      {can('ACCEPT') && (
        <Notice>
          <p>
            <Trans>{localized(evaluation.need.organization.legalName).text} mời bạn vào tổ đánh giá nhu cầu này.</Trans>
          </p>
          <Row>
            <Button tone="primary" onClick={() => setAsked('accept')}>
              <Trans context="panel">Nhận lời</Trans>
            </Button>
            <Button onClick={() => setAsked('recuse')}>
              <Trans context="panel">Từ chối</Trans>
            </Button>
          </Row>
        </Notice>
      )}
      {seat?.status === 'ACCEPTED' && evaluation.status === 'PREPARING' && (
        <Notice tone="positive">
          <p>
            <Trans>Bạn đã nhận lời. Khi các đề xuất được mở và cơ quan bắt đầu đánh giá, bạn nhận thư điện tử.</Trans>
          </p>
        </Notice>
      )}
      {seat?.conflicts.some(({ blocks }) => blocks) && (
        <Notice tone="danger">
          <p>
            <Trans>Bạn có xung đột lợi ích nên không tham gia đánh giá được. Hãy rút khỏi tổ đánh giá.</Trans>
          </p>
        </Notice>
      )}
      {can('DISCLOSE') && (
        <Notice tone="warning">
          <p>
            <Trans>Trước khi đọc và chấm, hãy công bố quan hệ trước đây với bên dự và vì sao bạn vẫn khách quan. Nội dung này nằm trong biên bản.</Trans>
          </p>
          <ul>
            {open.map(({ kind, organization, ofMember }) => (
              <li key={`${kind} ${organization.id}`}>
                <BilingualText value={ofMember} />{' '}
                <Button onClick={() => setAsked({ disclose: kind, bidder: organization.id, name: localized(organization.legalName).text })}>
                  <Trans context="panel">Công bố</Trans>
                </Button>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {can('START_CONSENSUS') && (
        <Notice>
          <p>
            <Trans>Mọi thành viên đã nộp phiếu. Khi bắt đầu thống nhất, các thành viên và cơ quan thấy điểm của nhau.</Trans>
          </p>
          <Row>
            <Button tone="primary" onClick={() => setAsked('confer')}>
              <Trans>Bắt đầu thống nhất</Trans>
            </Button>
          </Row>
        </Notice>
      )}
      {can('APPROVE') && (
        <Notice>
          <p>
            <Trans>Ghi điểm thống nhất cho từng bên dự và từng tiêu chí bên dưới, rồi phê duyệt. Sau đó không thay đổi được nữa.</Trans>
          </p>
          <Row>
            <Button tone="primary" onClick={() => setAsked('approve')}>
              <Trans>Phê duyệt kết quả</Trans>
            </Button>
          </Row>
        </Notice>
      )}
      {can('RECUSE') && !can('ACCEPT') && (
        <Row>
          <Button tone="danger" onClick={() => setAsked('recuse')}>
            <Trans>Rút khỏi tổ đánh giá</Trans>
          </Button>
        </Row>
      )}
      <Dialogs needId={evaluation.id} asked={asked} onClose={() => setAsked(null)} onMoved={onMoved} />
    </>
  );
}

function Dialogs({ needId, asked, onClose, onMoved }: { needId: string; asked: Asked | null; onClose: () => void; onMoved: () => void }) {
  const { t, i18n } = useLingui();
  const [, answer] = useMutation(AnswerPanelInvitationDocument);
  const [, disclose] = useMutation(DiscloseConflictDocument);
  const [, confer] = useMutation(StartConsensusDocument);
  const [, approve] = useMutation(ApproveEvaluationDocument);
  const done = (said: string, error: Parameters<typeof appError>[0] | undefined) => {
    if (error) return describe(appError(error), i18n);
    announce(said);
    onClose();
    onMoved();
    return null;
  };
  const tie = typeof asked === 'object' ? asked : null;
  return (
    <>
      <ReasonDialog
        open={asked === 'accept'}
        title={<Trans>Nhận lời vào tổ đánh giá?</Trans>}
        reasonLabel={<Trans>Lợi ích có thể xung đột</Trans>}
        reasonHint={<Trans>Ví dụ: cổ phần, người thân, hợp đồng tư vấn. Nội dung này nằm trong biên bản.</Trans>}
        reasonOptional
        action={<Trans context="panel">Nhận lời</Trans>}
        onClose={onClose}
        onConfirm={async (declaredInterest) => done(t`Đã nhận lời`, (await answer({ input: { needId, accept: true, declaredInterest } })).error)}
      />
      <ReasonDialog
        open={asked === 'recuse'}
        title={<Trans>Từ chối hoặc rút khỏi tổ đánh giá?</Trans>}
        reasonLabel={<Trans>Lý do</Trans>}
        reasonHint={<Trans>Cơ quan đọc lý do này. Phiếu chấm của bạn, nếu có, không được tính nữa.</Trans>}
        action={<Trans context="panel">Từ chối</Trans>}
        tone="danger"
        onClose={onClose}
        onConfirm={async (reason) => done(t`Đã từ chối`, (await answer({ input: { needId, accept: false, reason } })).error)}
      />
      <ReasonDialog
        open={tie !== null}
        title={<Trans>Công bố quan hệ với {tie?.name}</Trans>}
        reasonLabel={<Trans>Vì sao bạn vẫn khách quan</Trans>}
        action={<Trans context="panel">Công bố</Trans>}
        onClose={onClose}
        onConfirm={async (reason) =>
          tie ? done(t`Đã công bố`, (await disclose({ input: { needId, organizationId: tie.bidder, kind: tie.disclose, reason } })).error) : null
        }
      />
      <ReasonDialog
        open={asked === 'confer'}
        title={<Trans>Bắt đầu thống nhất?</Trans>}
        action={<Trans>Bắt đầu thống nhất</Trans>}
        onClose={onClose}
        onConfirm={async () => done(t`Đã bắt đầu thống nhất`, (await confer({ input: { needId } })).error)}
      />
      <ReasonDialog
        open={asked === 'approve'}
        title={<Trans>Phê duyệt kết quả đánh giá?</Trans>}
        action={<Trans>Phê duyệt kết quả</Trans>}
        onClose={onClose}
        onConfirm={async () => done(t`Đã phê duyệt kết quả`, (await approve({ input: { needId } })).error)}
      >
        <p>
          <Trans>Điểm và xếp hạng không thay đổi được nữa, và tên các bên dự hiện ra.</Trans>
        </p>
      </ReasonDialog>
    </>
  );
}
