import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { appError, describe } from '@/app/errors';
import { localized } from '@/i18n/bilingual';
import { formatDateTime } from '@/i18n/format';
import { announce } from '@/ui/Announcer';
import { BilingualText } from '@/ui/BilingualText';
import { Button } from '@/ui/Button';
import { Section, Stack } from '@/ui/Page';
import { Notice, Panel, Row, Soft } from '@/ui/Panel';
import { ReasonDialog } from '@/ui/ReasonDialog';
import { AnswerProposalInvitationDocument, ConsortiumInvitationsDocument, type ConsortiumInvitationsQuery } from './consortia.gql';

type Invitation = ConsortiumInvitationsQuery['consortiumInvitations'][number];

/** Invitations to propose together that wait for an answer; nothing when there is none. */
export function InvitationsToPropose() {
  const [{ data }] = useQuery({ query: ConsortiumInvitationsDocument, requestPolicy: 'cache-and-network' });
  const waiting = data?.consortiumInvitations ?? [];
  if (waiting.length === 0) return null;
  return (
    <Section title={<Trans>Lời mời liên danh</Trans>}>
      <Stack>
        {waiting.map((invitation) => (
          <Invited key={invitation.member.id} invitation={invitation} />
        ))}
      </Stack>
    </Section>
  );
}

function Invited({ invitation: { need, lead, member } }: { invitation: Invitation }) {
  const { t, i18n } = useLingui();
  const navigate = useNavigate();
  const [asking, setAsking] = useState<'accept' | 'decline' | null>(null);
  const [, answer] = useMutation(AnswerProposalInvitationDocument);
  const name = localized(lead.legalName).text;
  const own = localized(member.organization.legalName).text;
  const say = async (accept: boolean) => {
    const acknowledgeConflict = accept && member.inRivalProposal === true;
    const { error } = await answer({ input: { memberId: member.id, accept, acknowledgeConflict } });
    if (error) return describe(appError(error), i18n);
    announce(accept ? t`Đã tham gia liên danh` : t`Đã từ chối lời mời`);
    setAsking(null);
    if (accept) await navigate({ to: '/de-xuat' });
    return null;
  };
  return (
    <Panel>
      <h3>
        <Link to="/nhu-cau/$id" params={{ id: need.id }}>
          <BilingualText value={need.title} />
        </Link>
      </h3>
      <p>
        <Trans>
          {name} mời {own} cùng nộp đề xuất. Phần việc: {member.role}.
        </Trans>
      </p>
      <Soft>
        {member.sharePercent && (
          <>
            <Trans>Tỷ lệ công việc: {member.sharePercent} %</Trans>
            {' · '}
          </>
        )}
        {need.closesAt && <Trans>hạn nộp {formatDateTime(need.closesAt)}</Trans>}
      </Soft>
      {member.viewerCan.includes('ANSWER') && (
        <Row>
          <Button tone="primary" onClick={() => setAsking('accept')}>
            <Trans>Tham gia</Trans>
          </Button>
          <Button onClick={() => setAsking('decline')}>
            <Trans>Không tham gia</Trans>
          </Button>
        </Row>
      )}
      <ReasonDialog open={asking === 'accept'} title={<Trans>Tham gia liên danh?</Trans>} action={<Trans>Tham gia</Trans>} onClose={() => setAsking(null)} onConfirm={() => say(true)}>
        <p>
          <Trans>Người của tổ chức bạn cùng đọc và soạn bản nháp với {name}. Trước khi nộp, bạn ký xác nhận bản cuối cùng.</Trans>
        </p>
        {member.inRivalProposal && (
          <Notice tone="warning">
            <p>
              <Trans>Tổ chức của bạn đang tham gia một đề xuất khác cho nhu cầu này. Thành viên của cả hai bên sẽ thấy điều đó, không thấy đề xuất nào.</Trans>
            </p>
          </Notice>
        )}
      </ReasonDialog>
      <ReasonDialog open={asking === 'decline'} title={<Trans>Từ chối lời mời?</Trans>} action={<Trans>Không tham gia</Trans>} onClose={() => setAsking(null)} onConfirm={() => say(false)}>
        <p>
          <Trans>{name} được báo qua thư điện tử và không mời lại được vào đề xuất này.</Trans>
        </p>
      </ReasonDialog>
    </Panel>
  );
}
