import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useMutation, type CombinedError } from 'urql';
import { appError, describe } from '@/app/errors';
import { useServerErrors } from '@/app/useServerErrors';
import { useConfirmedMutation } from '@/features/credentials';
import type { AgreementPublication } from '@/graphql-types';
import { agreementPublicationLabels, agreementSideLabels } from '@/i18n/agreementLabels';
import { formatDateTime } from '@/i18n/format';
import { valuesOf } from '@/i18n/labels';
import { announce } from '@/ui/Announcer';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { ErrorSummary } from '@/ui/ErrorSummary';
import { SelectField, TextArea, TextField } from '@/ui/Field';
import { Section, Stack } from '@/ui/Page';
import { Notice, Panel, Row, Soft } from '@/ui/Panel';
import { ReasonDialog } from '@/ui/ReasonDialog';
import styles from './Agreements.module.css';
import { SignDialog } from './Signing';
import {
  AcceptAgreementDocument,
  AmendAgreementDocument,
  CancelAgreementDocument,
  CommentAgreementDocument,
  CompleteAgreementDocument,
  DropAmendmentDocument,
  HandOverAgreementDocument,
  ReopenAgreementDocument,
  SetAgreementPublicationDocument,
  TerminateAgreementDocument,
  type AgreementWholeFragment,
} from './agreements.gql';
import { across, sideName } from './names';

type Asked = 'accept' | 'reopen' | 'cancel' | 'sign' | 'amend' | 'drop' | 'complete' | 'terminate' | 'handOver';

/** Whose turn it is, in a sentence, and what the reader can do now. */
export function Steps({ agreement }: { agreement: AgreementWholeFragment }) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const can = (action: AgreementWholeFragment['viewerCan'][number]) => agreement.viewerCan.includes(action);
  return (
    <>
      <Notice tone={agreement.status === 'ACTIVE' || agreement.status === 'COMPLETED' ? 'positive' : 'accent'}>
        <p>
          <Standing agreement={agreement} />
        </p>
        {agreement.current?.message && agreement.negotiation !== 'SETTLED' && (
          <p>
            <Trans>Lời nhắn: {agreement.current.message}</Trans>
          </p>
        )}
        <Row>
          {can('ACCEPT') && (
            <Button tone="primary" onClick={() => setAsked('accept')}>
              <Trans>Đồng ý với bản này</Trans>
            </Button>
          )}
          {can('SIGN') && (
            <Button tone="primary" onClick={() => setAsked('sign')}>
              <Trans>Ký thỏa thuận</Trans>
            </Button>
          )}
          {can('REOPEN') && (
            <Button onClick={() => setAsked('reopen')}>
              <Trans>Mở lại để sửa</Trans>
            </Button>
          )}
          {can('COMPLETE') && (
            <Button tone="primary" onClick={() => setAsked('complete')}>
              <Trans>Ghi nhận hoàn thành</Trans>
            </Button>
          )}
          {can('AMEND') && (
            <Button onClick={() => setAsked('amend')}>
              <Trans>Sửa đổi, bổ sung</Trans>
            </Button>
          )}
          {can('HAND_OVER') && (
            <Button onClick={() => setAsked('handOver')}>
              <Trans>Chuyển sang đấu thầu</Trans>
            </Button>
          )}
          {can('DROP_AMENDMENT') && (
            <Button onClick={() => setAsked('drop')}>
              <Trans>Bỏ bản sửa đổi</Trans>
            </Button>
          )}
          {can('TERMINATE') && (
            <Button tone="danger" onClick={() => setAsked('terminate')}>
              <Trans>Chấm dứt trước hạn</Trans>
            </Button>
          )}
          {can('CANCEL') && (
            <Button tone="danger" onClick={() => setAsked('cancel')}>
              <Trans>Hủy thỏa thuận này</Trans>
            </Button>
          )}
        </Row>
      </Notice>
      <SignDialog agreement={agreement} open={asked === 'sign'} onClose={() => setAsked(null)} />
      <Dialog open={asked === 'handOver'} title={<Trans>Chuyển sang Hệ thống mạng đấu thầu quốc gia</Trans>} onClose={() => setAsked(null)}>
        <HandOver agreement={agreement} onClose={() => setAsked(null)} />
      </Dialog>
      <Reasons agreement={agreement} asked={asked} onClose={() => setAsked(null)} />
    </>
  );
}

function Standing({ agreement }: { agreement: AgreementWholeFragment }): ReactNode {
  const { negotiation, turn, viewerSide, signedBy, status } = agreement;
  const other = viewerSide ? sideName(agreement.parties, across(viewerSide)) : '';
  const inForce = status === 'ACTIVE';
  if (status === 'CANCELLED') return <Trans>Thỏa thuận đã được hủy trước khi ký.</Trans>;
  if (status === 'COMPLETED') return <Trans>Thỏa thuận đã hoàn thành. Kết quả: {agreement.endReason}</Trans>;
  if (status === 'TERMINATED') return <Trans>Thỏa thuận đã chấm dứt trước hạn. Lý do: {agreement.endReason}</Trans>;
  if (status === 'EXPIRED') return <Trans>Thỏa thuận đã hết hạn mà hai bên chưa ghi nhận kết quả.</Trans>;
  if (viewerSide === null) return <Trans>Bạn thuộc cả hai bên, nên không thay mặt bên nào được.</Trans>;
  if (negotiation === 'EDITING') {
    const mine = turn === viewerSide;
    if (inForce) return mine ? <Trans>Đang sửa đổi, lượt của bên bạn. Bản đã ký vẫn có hiệu lực cho đến khi hai bên ký bản mới.</Trans> : <Trans>Đang sửa đổi, lượt của {other}. Bản đã ký vẫn có hiệu lực.</Trans>;
    if (mine) return <Trans>Lượt của bên bạn: hãy đọc, sửa rồi gửi, hoặc đồng ý với bản bên kia gửi.</Trans>;
    return <Trans>Đang chờ {other}: bên đó đọc, sửa hoặc đồng ý.</Trans>;
  }
  if (negotiation === 'SIGNING') {
    const signed = signedBy?.includes(viewerSide) ?? false;
    return signed ? <Trans>Bên bạn đã ký. Đang chờ {other} ký.</Trans> : <Trans>Hai bên đã thống nhất. Đang chờ bên bạn ký; chỉ chủ tài khoản của tổ chức ký được.</Trans>;
  }
  return <Trans>Thỏa thuận đang có hiệu lực. Bên thực hiện báo cáo các mốc, bên có nhu cầu kết luận.</Trans>;
}

interface ReasonsProps {
  agreement: AgreementWholeFragment;
  asked: Asked | null;
  onClose: () => void;
}

function Reasons({ agreement, asked, onClose }: ReasonsProps) {
  const { t, i18n } = useLingui();
  const [, accept] = useMutation(AcceptAgreementDocument);
  const [, reopen] = useMutation(ReopenAgreementDocument);
  const [, cancel] = useMutation(CancelAgreementDocument);
  const [, amend] = useMutation(AmendAgreementDocument);
  const [, drop] = useMutation(DropAmendmentDocument);
  const [, complete] = useConfirmedMutation(CompleteAgreementDocument);
  const [, terminate] = useConfirmedMutation(TerminateAgreementDocument);
  const named = { agreementId: agreement.id, version: agreement.version ?? 0 };
  const done = (said: string, error: CombinedError | undefined) => {
    if (error) return describe(appError(error), i18n);
    announce(said);
    onClose();
    return null;
  };
  return (
    <>
      <ReasonDialog
        open={asked === 'accept'}
        title={<Trans>Đồng ý với bản này?</Trans>}
        action={<Trans>Đồng ý với bản này</Trans>}
        onClose={onClose}
        onConfirm={async () => done(t`Đã đồng ý; chờ hai bên ký`, (await accept({ input: { ...named, hash: agreement.current?.hash ?? '' } })).error)}
      >
        <p>
          <Trans>Sau đó không ai sửa được nữa, trừ khi một bên mở lại trước khi cả hai ký.</Trans>
        </p>
      </ReasonDialog>
      <ReasonDialog
        open={asked === 'reopen'}
        title={<Trans>Mở lại để sửa?</Trans>}
        reasonLabel={<Trans>Lý do</Trans>}
        reasonHint={<Trans>Bên kia đọc lý do này. Chữ ký đã có trên bản này không còn giá trị.</Trans>}
        action={<Trans>Mở lại để sửa</Trans>}
        onClose={onClose}
        onConfirm={async (reason) => done(t`Đã mở lại`, (await reopen({ input: { ...named, reason } })).error)}
      />
      <ReasonDialog
        open={asked === 'cancel'}
        title={<Trans>Hủy thỏa thuận này?</Trans>}
        reasonLabel={<Trans>Lý do</Trans>}
        reasonHint={<Trans>Hai bên đọc lý do này. Không mở lại được.</Trans>}
        action={<Trans>Hủy thỏa thuận này</Trans>}
        tone="danger"
        onClose={onClose}
        onConfirm={async (reason) => done(t`Đã hủy thỏa thuận`, (await cancel({ input: { ...named, reason } })).error)}
      />
      <ReasonDialog
        open={asked === 'amend'}
        title={<Trans>Sửa đổi, bổ sung thỏa thuận?</Trans>}
        reasonLabel={<Trans>Lý do</Trans>}
        reasonHint={<Trans>Bản đã ký vẫn có hiệu lực cho đến khi hai bên ký bản mới.</Trans>}
        action={<Trans>Bắt đầu sửa đổi</Trans>}
        onClose={onClose}
        onConfirm={async (reason) => done(t`Đã bắt đầu sửa đổi`, (await amend({ input: { ...named, reason } })).error)}
      />
      <ReasonDialog
        open={asked === 'drop'}
        title={<Trans>Bỏ bản sửa đổi?</Trans>}
        reasonLabel={<Trans>Lý do</Trans>}
        action={<Trans>Bỏ bản sửa đổi</Trans>}
        onClose={onClose}
        onConfirm={async (reason) => done(t`Đã bỏ bản sửa đổi`, (await drop({ input: { ...named, reason } })).error)}
      />
      <ReasonDialog
        open={asked === 'complete'}
        title={<Trans>Ghi nhận hoàn thành?</Trans>}
        reasonLabel={<Trans>Kết quả đạt được</Trans>}
        reasonHint={<Trans>Mọi người đọc được. Hãy nêu cả điều chưa đạt.</Trans>}
        action={<Trans>Ghi nhận hoàn thành</Trans>}
        onClose={onClose}
        onConfirm={async (result) => done(t`Đã ghi nhận hoàn thành`, (await complete({ input: { ...named, result } })).error)}
      />
      <ReasonDialog
        open={asked === 'terminate'}
        title={<Trans>Chấm dứt trước hạn?</Trans>}
        reasonLabel={<Trans>Lý do</Trans>}
        reasonHint={<Trans>Mọi người đọc được lý do này. Không mở lại được.</Trans>}
        action={<Trans>Chấm dứt trước hạn</Trans>}
        tone="danger"
        onClose={onClose}
        onConfirm={async (reason) => done(t`Đã chấm dứt thỏa thuận`, (await terminate({ input: { ...named, reason } })).error)}
      />
    </>
  );
}

function HandOver({ agreement, onClose }: { agreement: AgreementWholeFragment; onClose: () => void }) {
  const { t } = useLingui();
  const errors = useServerErrors();
  const [attempt, setAttempt] = useState(0);
  const [noticeNumber, setNumber] = useState('');
  const [link, setLink] = useState('https://');
  const [handing, handOver] = useConfirmedMutation(HandOverAgreementDocument);
  const submit = async () => {
    errors.clear();
    const { error } = await handOver({ input: { agreementId: agreement.id, version: agreement.version ?? 0, noticeNumber, link } });
    if (error) {
      errors.refuse(error);
      setAttempt((count) => count + 1);
      return;
    }
    announce(t`Đã ghi nơi tiếp tục`);
    onClose();
  };
  return (
    <Stack>
      <ErrorSummary items={errors.items} attempt={attempt} />
      <p>
        <Trans>Việc lựa chọn nhà đầu tư, nhà thầu theo luật diễn ra trên Hệ thống mạng đấu thầu quốc gia. Ghi thông báo ở đó để mọi người theo tiếp được.</Trans>
      </p>
      <TextField id="noticeNumber" label={<Trans>Số thông báo</Trans>} value={noticeNumber} error={errors.messageOf('noticeNumber')} onChange={(event) => setNumber(event.target.value)} />
      <TextField id="link" type="url" label={<Trans>Địa chỉ của thông báo</Trans>} value={link} error={errors.messageOf('link')} onChange={(event) => setLink(event.target.value)} />
      <Row>
        <Button tone="primary" busy={handing.fetching} onClick={submit}>
          <Trans>Ghi lại</Trans>
        </Button>
      </Row>
    </Stack>
  );
}

/** What everybody sees once it is signed: as much as both sides let them. */
export function PublicationChoice({ agreement }: { agreement: AgreementWholeFragment }) {
  const { t, i18n } = useLingui();
  const [setting, set] = useMutation(SetAgreementPublicationDocument);
  const own = agreement.viewerSide === 'OWNER' ? agreement.ownerPublication : agreement.partnerPublication;
  const other = agreement.viewerSide === 'OWNER' ? agreement.partnerPublication : agreement.ownerPublication;
  if (agreement.viewerSide === null || own === null || other === null) return null;
  return (
    <Section title={<Trans>Công khai</Trans>}>
      <Soft>
        <Trans>Sau khi ký, mọi người thấy phần mà cả hai bên cùng cho phép. Bên kia chọn: {i18n._(agreementPublicationLabels[other])}.</Trans>
      </Soft>
      {agreement.viewerCan.includes('SET_PUBLICATION') ? (
        <SelectField
          id="publication"
          label={<Trans>Bên bạn cho mọi người thấy</Trans>}
          value={own}
          error={setting.error && describe(appError(setting.error), i18n)}
          onChange={async (event) => {
            const publication = event.target.value as AgreementPublication;
            const { error } = await set({ input: { agreementId: agreement.id, version: agreement.version ?? 0, publication } });
            if (!error) announce(t`Đã lưu lựa chọn`);
          }}
        >
          {valuesOf(agreementPublicationLabels).map((value) => (
            <option key={value} value={value}>
              {i18n._(agreementPublicationLabels[value])}
            </option>
          ))}
        </SelectField>
      ) : (
        <p>
          <Trans>Bên bạn chọn: {i18n._(agreementPublicationLabels[own])}.</Trans>
        </p>
      )}
    </Section>
  );
}

/** What both sides say to the versions; nobody else reads it. */
export function Comments({ agreement }: { agreement: AgreementWholeFragment }) {
  const { t, i18n } = useLingui();
  const errors = useServerErrors();
  const [attempt, setAttempt] = useState(0);
  const [body, setBody] = useState('');
  const [clauseKey, setClauseKey] = useState('');
  const [sending, send] = useMutation(CommentAgreementDocument);
  const comments = agreement.comments ?? [];
  const clauses = agreement.current?.clauses ?? [];
  const mayComment = agreement.viewerCan.includes('COMMENT');
  if (comments.length === 0 && !mayComment) return null;
  const numberOf = (key: string | null) => clauses.findIndex((clause) => clause.key === key) + 1;
  const submit = async () => {
    errors.clear();
    const { error } = await send({ input: { clientKey: crypto.randomUUID(), agreementId: agreement.id, clauseKey: clauseKey || null, body } });
    if (error) {
      errors.refuse(error);
      setAttempt((count) => count + 1);
      return;
    }
    setBody('');
    announce(t`Đã gửi ý kiến`);
  };
  return (
    <Section title={<Trans>Trao đổi giữa hai bên</Trans>}>
      <ul className={styles['list']}>
        {comments.map((comment) => (
          <li key={comment.id}>
            <Panel>
              <Soft>
                {comment.author} ({i18n._(agreementSideLabels[comment.side])}), {formatDateTime(comment.createdAt)} · <Trans>Bản {comment.number}</Trans>
                {numberOf(comment.clauseKey) > 0 && (
                  <>
                    {' · '}
                    <Trans>Điều {numberOf(comment.clauseKey)}</Trans>
                  </>
                )}
              </Soft>
              <p>{comment.body}</p>
            </Panel>
          </li>
        ))}
      </ul>
      {mayComment && (
        <Stack>
          <ErrorSummary items={errors.items} attempt={attempt} />
          <SelectField id="clauseKey" label={<Trans>Ý kiến về</Trans>} value={clauseKey} onChange={(event) => setClauseKey(event.target.value)}>
            <option value="">{t`Toàn văn bản`}</option>
            {clauses.map((clause, at) => (
              <option key={clause.key} value={clause.key}>
                {t`Điều ${at + 1}`}
              </option>
            ))}
          </SelectField>
          <TextArea id="body" label={<Trans>Ý kiến</Trans>} hint={<Trans>Chỉ hai bên đọc được.</Trans>} value={body} error={errors.messageOf('body')} onChange={(event) => setBody(event.target.value)} />
          <Row>
            <Button busy={sending.fetching} disabled={body.trim() === ''} onClick={submit}>
              <Trans>Gửi ý kiến</Trans>
            </Button>
          </Row>
        </Stack>
      )}
    </Section>
  );
}
