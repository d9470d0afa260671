import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type FormEvent } from 'react';
import { useMutation } from 'urql';
import { appError, describe } from '@/app/errors';
import { OutcomeNotice, useOutcome, type Outcome } from '@/features/account';
import type { AllianceStatus } from '@/graphql-types';
import { formatDate, formatDateTime } from '@/i18n/format';
import { allianceStatusLabels } from '@/i18n/organizationLabels';
import { Button } from '@/ui/Button';
import { TextArea } from '@/ui/Field';
import type { IconName } from '@/ui/Icon';
import { Section } from '@/ui/Page';
import { Notice, Panel, Row } from '@/ui/Panel';
import { ReasonDialog } from '@/ui/ReasonDialog';
import { Fact, SummaryList } from '@/ui/SummaryList';
import { Tag, type Tone } from '@/ui/Tag';
import styles from './Own.module.css';
import { ApplyForAllianceDocument, LeaveAllianceDocument, type OwnVerificationFragment } from './own-organization.gql';

const looks: Record<AllianceStatus, [Tone, IconName]> = {
  NONE: ['neutral', 'info'],
  APPLIED: ['warning', 'clock'],
  ADMITTED: ['positive', 'star'],
  SUSPENDED: ['danger', 'pause'],
  LEFT: ['neutral', 'cross'],
  REJECTED: ['danger', 'cross'],
};

export function AllianceSection({ organization }: { organization: OwnVerificationFragment }) {
  const { t, i18n } = useLingui();
  const outcome = useOutcome();
  const [leaving, setLeaving] = useState(false);
  const [, leave] = useMutation(LeaveAllianceDocument);
  const { allianceStatus, allianceSince, allianceReason, admission, viewerCan } = organization;
  const [tone, icon] = looks[allianceStatus];
  const applied = allianceStatus === 'APPLIED';
  const open = allianceStatus === 'NONE' || allianceStatus === 'REJECTED' || allianceStatus === 'LEFT';
  const applications = organization.allianceApplications ?? [];
  return (
    <Section title={<Trans>Tư cách thành viên Liên minh</Trans>}>
      <OutcomeNotice outcome={outcome} prefix="alliance." />
      <Row>
        <Tag tone={tone} icon={icon}>
          {i18n._(allianceStatusLabels[allianceStatus])}
        </Tag>
      </Row>
      <SummaryList>
        <Fact name={<Trans>Từ ngày</Trans>}>{allianceStatus !== 'NONE' && !admission && allianceSince && formatDate(allianceSince)}</Fact>
        <Fact name={<Trans>Quyết định của Ban Điều hành</Trans>}>
          {admission && (
            <Trans>
              Số {admission.number}, ngày {formatDate(admission.date)}
            </Trans>
          )}
        </Fact>
        <Fact name={<Trans>Lý do</Trans>}>{allianceReason}</Fact>
      </SummaryList>
      {applied && (
        <Notice>
          <p>
            <Trans>Đơn đang chờ Ban Điều hành quyết định. Các chủ quản nhận thư khi có kết quả.</Trans>
          </p>
        </Notice>
      )}
      {open && organization.verification !== 'VERIFIED' && (
        <p>
          <Trans>Tổ chức cần được xác thực trước khi nộp đơn vào Liên minh.</Trans>
        </p>
      )}
      {viewerCan.includes('APPLY_FOR_ALLIANCE') && (
        <Panel>
          <h3>
            <Trans>Nộp đơn vào Liên minh</Trans>
          </h3>
          <ApplyForm organizationId={organization.id} outcome={outcome} />
        </Panel>
      )}
      {viewerCan.includes('LEAVE_ALLIANCE') && (
        <div>
          <Button tone="danger" onClick={() => setLeaving(true)}>
            {applied ? <Trans>Rút đơn</Trans> : <Trans>Rời Liên minh</Trans>}
          </Button>
        </div>
      )}
      {applications.length > 0 && (
        <>
          <h3>
            <Trans>Các đơn đã nộp</Trans>
          </h3>
          <ol className={styles['history']} role="list">
            {applications.map(({ id, appliedAt, text, decision, decidedOn, decisionNumber, reason }) => (
              <li key={id}>
                <Panel>
                  <Row spread>
                    <strong>
                      <Trans>Nộp lúc {formatDateTime(appliedAt)}</Trans>
                    </strong>
                    {decision === null ? (
                      <Tag tone="warning" icon="clock">
                        <Trans>Chờ Ban Điều hành</Trans>
                      </Tag>
                    ) : decision === 'APPROVED' ? (
                      <Tag tone="positive" icon="check">
                        <Trans>Kết nạp</Trans>
                      </Tag>
                    ) : (
                      <Tag tone="danger" icon="cross">
                        <Trans>Không kết nạp</Trans>
                      </Tag>
                    )}
                  </Row>
                  <p className={styles['text']}>{text}</p>
                  <SummaryList>
                    <Fact name={<Trans>Quyết định</Trans>}>
                      {decisionNumber && decidedOn && (
                        <Trans>
                          Số {decisionNumber}, ngày {formatDate(decidedOn)}
                        </Trans>
                      )}
                    </Fact>
                    <Fact name={<Trans>Lý do</Trans>}>{reason && <span className={styles['text']}>{reason}</span>}</Fact>
                  </SummaryList>
                </Panel>
              </li>
            ))}
          </ol>
        </>
      )}
      <ReasonDialog
        open={leaving}
        title={applied ? <Trans>Rút đơn vào Liên minh?</Trans> : <Trans>Rời Liên minh?</Trans>}
        action={applied ? <Trans>Rút đơn</Trans> : <Trans>Rời Liên minh</Trans>}
        tone="danger"
        onClose={() => setLeaving(false)}
        onConfirm={async () => {
          const { error } = await leave({ input: { organizationId: organization.id } });
          if (error) return describe(appError(error), i18n);
          setLeaving(false);
          outcome.succeed(applied ? t`Đã rút đơn vào Liên minh.` : t`Tổ chức đã rời Liên minh.`);
          return null;
        }}
      >
        <p>
          {applied ? (
            <Trans>Ban Điều hành không xem đơn này nữa. Tổ chức có thể nộp đơn khác bất cứ lúc nào.</Trans>
          ) : (
            <Trans>Dấu “Thành viên Liên minh” biến ngay khỏi trang công khai. Muốn quay lại, tổ chức phải nộp đơn và được kết nạp lại.</Trans>
          )}
        </p>
      </ReasonDialog>
    </Section>
  );
}

function ApplyForm({ organizationId, outcome }: { organizationId: string; outcome: Outcome }) {
  const { t } = useLingui();
  const [text, setText] = useState('');
  const [{ fetching }, apply] = useMutation(ApplyForAllianceDocument);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '') return outcome.remark({ field: 'text', message: t`Nêu lý do tham gia và đóng góp dự kiến của tổ chức.` });
    const { error } = await apply({ input: { organizationId, text: text.normalize('NFC').trim() } });
    if (error) outcome.refuse(error);
    else outcome.succeed(t`Đã nộp đơn vào Liên minh.`);
  };
  return (
    <form className={styles['form']} onSubmit={(event) => void submit(event)} noValidate>
      <TextArea
        id="alliance.text"
        label={<Trans>Vì sao tham gia, sẽ đóng góp gì</Trans>}
        hint={<Trans>Ban Điều hành đọc phần này. Tối đa 4.000 ký tự.</Trans>}
        value={text}
        onChange={(event) => setText(event.target.value)}
        error={outcome.messageOf('text')}
      />
      <div>
        <Button type="submit" tone="primary" busy={fetching}>
          {fetching ? <Trans>Đang gửi…</Trans> : <Trans>Nộp đơn</Trans>}
        </Button>
      </div>
    </form>
  );
}
