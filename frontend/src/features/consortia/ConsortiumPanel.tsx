import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useClient, useQuery, type TypedDocumentNode } from 'urql';
import { appError, describe } from '@/app/errors';
import { localized } from '@/i18n/bilingual';
import { formatDateTime } from '@/i18n/format';
import { consortiumStatusLabels } from '@/i18n/workLabels';
import { announce } from '@/ui/Announcer';
import { BilingualText } from '@/ui/BilingualText';
import { Button } from '@/ui/Button';
import { Section, Stack } from '@/ui/Page';
import { Notice, Panel, Row, Soft } from '@/ui/Panel';
import { ReasonDialog } from '@/ui/ReasonDialog';
import { Tag } from '@/ui/Tag';
import { InviteDialog } from './InviteDialog';
import {
  ConsortiumOfProposalDocument,
  EndConsortiumMemberDocument,
  RecallProposalDocument,
  RequestProposalSignoffDocument,
  SignProposalDocument,
  SubmitJointProposalDocument,
  type ConsortiumMemberShownFragment,
  type ConsortiumShownFragment,
} from './consortia.gql';

interface Props {
  id: string;
  /** Saves what is being written, before it is put up for signing; null when that did not work. */
  flush?: () => Promise<{ id: string; version: number } | null>;
  /** The draft is frozen now. */
  onFrozen?: () => void;
}

type Asking = 'invite' | 'signoff' | 'sign' | 'recall' | 'submit' | { end: ConsortiumMemberShownFragment } | null;

/** Who makes the proposal together; nothing for a lone bidder's readers. */
export function ConsortiumPanel({ id, flush, onFrozen }: Props) {
  const [{ data }] = useQuery({ query: ConsortiumOfProposalDocument, variables: { id }, requestPolicy: 'cache-and-network' });
  const proposal = data?.proposal;
  if (!proposal) return null;
  const { members, viewerCan } = proposal.consortium;
  if (members.length === 0 && viewerCan.length === 0) return null;
  return <Shown proposal={proposal} {...(flush && { flush })} {...(onFrozen && { onFrozen })} />;
}

function Shown({ proposal, flush, onFrozen }: Omit<Props, 'id'> & { proposal: ConsortiumShownFragment }) {
  const { t, i18n } = useLingui();
  const client = useClient();
  const [asking, setAsking] = useState<Asking>(null);
  const { id, version, consortium } = proposal;
  const can = (action: (typeof consortium.viewerCan)[number]) => consortium.viewerCan.includes(action);
  const waits = proposal.status === 'AWAITING_SIGNOFF';
  const inIt = consortium.members.filter(({ status }) => status === 'ACCEPTED');
  const submits = waits && proposal.viewerCan.includes('SUBMIT') && inIt.every(({ signedAt }) => signedAt);

  const run = async <Data, Variables extends object>(document: TypedDocumentNode<Data, Variables>, variables: Variables, done: string) => {
    const { error } = await client.mutation(document, variables as never);
    if (error) return describe(appError(error), i18n);
    announce(done);
    setAsking(null);
    return null;
  };
  const signoff = async () => {
    const saved = flush ? await flush() : { id, version };
    if (!saved) return t`Bản nháp chưa được lưu. Hãy thử lại.`;
    const refused = await run(RequestProposalSignoffDocument, { input: { proposalId: saved.id, version: saved.version } }, t`Đã trình ký`);
    if (refused === null) onFrozen?.();
    return refused;
  };
  const of = { input: { proposalId: id, version } };

  return (
    <Panel>
      <Section title={<Trans>Liên danh</Trans>}>
        <Stack>
          {consortium.members.length === 0 ? (
            <Soft>
              <Trans>Bạn có thể mời doanh nghiệp, viện, trường khác cùng làm. Thành viên cùng soạn và ký xác nhận trước khi nộp.</Trans>
            </Soft>
          ) : (
            <ul role="list">
              <li>
                <strong>
                  <BilingualText value={consortium.lead.legalName} />
                </strong>{' '}
                <Tag>
                  <Trans>Đứng đầu</Trans>
                </Tag>
                {consortium.leadSharePercent !== null && consortium.leadSharePercent !== undefined && <Soft>{consortium.leadSharePercent} %</Soft>}
              </li>
              {consortium.members.map((member) => (
                <Member key={member.id} member={member} waits={waits} onEnd={() => setAsking({ end: member })} />
              ))}
            </ul>
          )}
          {waits && (
            <Notice>
              <p>
                <Trans>Bản đề xuất đang chờ các thành viên ký xác nhận, nên tạm khóa. Ai cần sửa thì bấm «Sửa tiếp»; các chữ ký khi đó hết hiệu lực.</Trans>
              </p>
            </Notice>
          )}
          <div className="no-print">
            <Row>
              {can('INVITE') && (
                <Button onClick={() => setAsking('invite')}>
                  <Trans>Mời thành viên liên danh</Trans>
                </Button>
              )}
              {can('REQUEST_SIGNOFF') && (
                <Button tone="primary" onClick={() => setAsking('signoff')}>
                  <Trans>Trình ký</Trans>
                </Button>
              )}
              {can('SIGN') && (
                <Button tone="primary" onClick={() => setAsking('sign')}>
                  <Trans>Ký xác nhận</Trans>
                </Button>
              )}
              {submits && (
                <Button tone="primary" onClick={() => setAsking('submit')}>
                  <Trans>Nộp đề xuất</Trans>
                </Button>
              )}
              {can('RECALL') && (
                <Button onClick={() => setAsking('recall')}>
                  <Trans>Sửa tiếp</Trans>
                </Button>
              )}
            </Row>
          </div>
        </Stack>
      </Section>
      <InviteDialog proposalId={id} open={asking === 'invite'} onClose={() => setAsking(null)} />
      <ReasonDialog open={asking === 'signoff'} title={<Trans>Trình các thành viên ký?</Trans>} action={<Trans>Trình ký</Trans>} onClose={() => setAsking(null)} onConfirm={signoff}>
        <p>
          <Trans>Bản nháp tạm khóa để mọi người ký đúng một bản. Mỗi thành viên nhận thư điện tử.</Trans>
        </p>
      </ReasonDialog>
      <ReasonDialog
        open={asking === 'sign'}
        title={<Trans>Ký xác nhận đề xuất?</Trans>}
        action={<Trans>Ký xác nhận</Trans>}
        onClose={() => setAsking(null)}
        onConfirm={() => run(SignProposalDocument, of, t`Đã ký xác nhận`)}
      >
        <p>
          <Trans>Tổ chức của bạn xác nhận đã đọc bản đề xuất này và cùng đứng tên nộp.</Trans>
        </p>
      </ReasonDialog>
      <ReasonDialog
        open={asking === 'recall'}
        title={<Trans>Sửa tiếp đề xuất?</Trans>}
        action={<Trans>Sửa tiếp</Trans>}
        onClose={() => setAsking(null)}
        onConfirm={() => run(RecallProposalDocument, { input: { proposalId: id } }, t`Đã mở lại bản nháp`)}
      >
        <p>
          <Trans>Các chữ ký xác nhận hết hiệu lực; sau khi sửa, đơn vị đứng đầu phải trình ký lại.</Trans>
        </p>
      </ReasonDialog>
      <ReasonDialog
        open={asking === 'submit'}
        title={<Trans>Nộp đề xuất này?</Trans>}
        action={<Trans>Nộp đề xuất</Trans>}
        onClose={() => setAsking(null)}
        onConfirm={() => run(SubmitJointProposalDocument, { input: { proposalId: id, version, clientKey: `joint-${id}-${version}` } }, t`Đã nộp đề xuất`)}
      >
        <p>
          <Trans>Mọi thành viên đã ký. Sau khi nộp, đề xuất được niêm phong đến lúc mở; trước hạn, đơn vị đứng đầu vẫn rút được.</Trans>
        </p>
      </ReasonDialog>
      <EndDialog
        member={asking !== null && typeof asking === 'object' ? asking.end : null}
        onClose={() => setAsking(null)}
        onEnd={(memberId) => run(EndConsortiumMemberDocument, { input: { memberId } }, t`Đã cập nhật liên danh`)}
      />
    </Panel>
  );
}

function EndDialog({ member, onClose, onEnd }: { member: ConsortiumMemberShownFragment | null; onClose: () => void; onEnd: (id: string) => Promise<string | null> }) {
  const name = member ? localized(member.organization.legalName).text : '';
  return (
    <ReasonDialog
      open={member !== null}
      title={<Trans>Kết thúc phần của {name}?</Trans>}
      action={<Trans>Kết thúc</Trans>}
      tone="danger"
      onClose={onClose}
      onConfirm={() => (member ? onEnd(member.id) : Promise.resolve(null))}
    >
      <p>
        <Trans>Tổ chức này không còn đọc được đề xuất và không được mời lại vào đề xuất này. Các chữ ký xác nhận hết hiệu lực.</Trans>
      </p>
    </ReasonDialog>
  );
}

function Member({ member, waits, onEnd }: { member: ConsortiumMemberShownFragment; waits: boolean; onEnd: () => void }): ReactNode {
  const { i18n } = useLingui();
  const { organization, role, sharePercent, status, signedAt } = member;
  return (
    <li>
      <strong>
        <BilingualText value={organization.legalName} />
      </strong>{' '}
      <Tag tone={status === 'ACCEPTED' ? 'positive' : 'neutral'}>{i18n._(consortiumStatusLabels[status])}</Tag>
      <Soft>{sharePercent ? `${role} · ${sharePercent} %` : role}</Soft>
      {status === 'ACCEPTED' && signedAt && (
        <Soft>
          <Trans>Đã ký xác nhận lúc {formatDateTime(signedAt)}</Trans>
        </Soft>
      )}
      {status === 'ACCEPTED' && waits && !signedAt && (
        <Soft>
          <Trans>Chưa ký xác nhận</Trans>
        </Soft>
      )}
      {member.inRivalProposal && (
        <Notice tone="warning">
          <p>
            <Trans>Tổ chức này cũng tham gia một đề xuất khác cho cùng nhu cầu.</Trans>
          </p>
        </Notice>
      )}
      {member.viewerCan.includes('END') && (
        <div className="no-print">
          <Button tone="quiet" onClick={onEnd}>
            {status === 'INVITED' ? <Trans>Rút lời mời</Trans> : <Trans>Kết thúc tham gia</Trans>}
          </Button>
        </div>
      )}
    </li>
  );
}
