import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { Answer } from '@/app/Answer';
import { localized } from '@/i18n/bilingual';
import { formatDate, formatDateTime } from '@/i18n/format';
import { organizationKindLabels } from '@/i18n/labels';
import type { Rule } from '@/i18n/rules';
import { verificationCauseLabels } from '@/i18n/organizationLabels';
import { verificationCheckLabels } from '@/i18n/staffLabels';
import { Button } from '@/ui/Button';
import { ErrorSummary, type SummaryItem } from '@/ui/ErrorSummary';
import { Paragraphs } from '@/ui/Page';
import { Notice, Soft } from '@/ui/Panel';
import { ReasonDialog } from '@/ui/ReasonDialog';
import { Fact, SummaryList } from '@/ui/SummaryList';
import { DecisionDialog } from './DecisionDialog';
import { Evidence } from './Evidence';
import { DecisionTag } from './Marks';
import styles from './Moderation.module.css';
import { OrganizationJudged, OrganizationName } from './OrganizationJudged';
import type { CaseProps, ItemProps } from './ReviewItem';
import { ChecklistFields, checkId } from './ChecklistFields';
import { answersOf, emptyChecklist, hindrances } from './checklist';
import { DecideVerificationDocument, VerificationToReviewDocument, type VerificationToReviewQuery } from './organizations.gql';
import { Actions, ItemLayout } from './parts';
import { useSettle } from './useSettle';
import { useShortcuts } from './useShortcuts';

type Organization = NonNullable<VerificationToReviewQuery['organization']>;
type Request = NonNullable<Organization['verificationRequests']>[number];

const rules: Rule[] = ['IMPERSONATION', 'MISLEADING', 'DUPLICATE', 'UNLAWFUL', 'OTHER'];

export function VerificationItem({ id, may, onDecided }: ItemProps & CaseProps) {
  const [result, retry] = useQuery({ query: VerificationToReviewDocument, variables: { id }, requestPolicy: 'cache-and-network' });
  return (
    <Answer result={result} retry={retry}>
      {({ organization }) => organization && <Verification organization={organization} may={may} onDecided={onDecided} />}
    </Answer>
  );
}

function Verification({ organization, may, onDecided }: { organization: Organization; may: boolean; onDecided: () => void }) {
  const { t, i18n } = useLingui();
  const [checklist, setChecklist] = useState(emptyChecklist);
  const [problems, setProblems] = useState<SummaryItem[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [asking, setAsking] = useState<'verify' | 'reject' | null>(null);
  const [, decide] = useMutation(DecideVerificationDocument);
  const settle = useSettle(onDecided);
  const requests = organization.verificationRequests ?? [];
  const waiting = requests.find(({ decidedAt }) => decidedAt === null);
  const earlier = requests.filter(({ decidedAt }) => decidedAt !== null);
  const name = localized(organization.legalName).text;
  const common = { organizationId: organization.id, version: organization.version, checklist: answersOf(checklist) };

  const verify = () => {
    const found = hindrances(checklist).map(({ kind, check }) => {
      const said = i18n._(verificationCheckLabels[check]);
      const message = kind === 'open' ? t`Chưa trả lời: ${said}` : kind === 'failed' ? t`Có mục không đạt nên không xác thực được: ${said}` : t`Không xác thực khi chưa kiểm tra tên: ${said}`;
      return { field: checkId(check), message };
    });
    setProblems(found);
    if (found.length > 0) setAttempt((count) => count + 1);
    else setAsking('verify');
  };
  useShortcuts(may ? { 'Ctrl+Enter': verify, 'Alt+Shift+S': () => setAsking('reject') } : {});

  return (
    <>
      <ItemLayout
        side={
          <>
            {may && (
              <>
                <ErrorSummary items={problems} attempt={attempt} />
                <ChecklistFields checklist={checklist} onChange={setChecklist} problems={problems} />
                <Actions>
                  <Button tone="primary" onClick={verify}>
                    <Trans context="action">Xác thực tổ chức</Trans>
                  </Button>
                  <Button tone="danger" onClick={() => setAsking('reject')}>
                    <Trans>Từ chối xác thực, kèm lý do</Trans>
                  </Button>
                </Actions>
              </>
            )}
          </>
        }
      >
        <OrganizationName organization={organization} />
        {waiting && <Waiting request={waiting} organization={organization} />}
        <section className={styles['part']}>
          <h3>
            <Trans>Thông tin tổ chức khai</Trans>
          </h3>
          <OrganizationJudged organization={organization} />
        </section>
        {earlier.length > 0 && (
          <section className={styles['part']}>
            <h3>
              <Trans>Những lần xác thực trước</Trans>
            </h3>
            <ul className={styles['history']} role="list">
              {earlier.map((request) => (
                <li key={request.id}>
                  {request.decision && <DecisionTag kind="VERIFICATION" decision={request.decision} />} {request.decidedAt && formatDate(request.decidedAt)}
                  {request.decidedBy && ` · ${request.decidedBy}`}
                  {request.reason && <p>{request.reason}</p>}
                </li>
              ))}
            </ul>
          </section>
        )}
      </ItemLayout>
      <ReasonDialog
        open={asking === 'verify'}
        title={<Trans>Xác thực tổ chức này?</Trans>}
        action={<Trans context="action">Xác thực tổ chức</Trans>}
        onClose={() => setAsking(null)}
        onConfirm={async () => {
          const { error } = await decide({ input: { ...common, decision: 'APPROVED', rule: 'COMPLETE', reason: null } });
          return settle(error, t`Đã xác thực tổ chức`);
        }}
      >
        <p>
          <Trans>«{name}» mang dấu đã xác thực trong 365 ngày, kèm ngày và tên bạn. Chủ quản nhận thư.</Trans>
        </p>
      </ReasonDialog>
      <DecisionDialog
        open={asking === 'reject'}
        title={<Trans>Từ chối xác thực</Trans>}
        rules={rules}
        decisions={[{ value: 'REJECTED', label: t`Từ chối xác thực` }]}
        onClose={() => setAsking(null)}
        onConfirm={async (decision, rule, reason) => {
          const { error } = await decide({ input: { ...common, decision, rule, reason } });
          return settle(error, t`Đã từ chối xác thực`);
        }}
      >
        <p>
          <Trans>Chủ quản đọc được quy tắc và lý do, không đọc được ghi chú của từng mục. Tổ chức có thể gửi yêu cầu khác hoặc khiếu nại trong 30 ngày.</Trans>
        </p>
      </DecisionDialog>
    </>
  );
}

function Waiting({ request, organization }: { request: Request; organization: Organization }) {
  const { i18n } = useLingui();
  const { former } = request;
  return (
    <section className={styles['part']}>
      <h3>
        <Trans>Yêu cầu</Trans>
      </h3>
      <SummaryList>
        <Fact name={<Trans>Vì</Trans>}>{i18n._(verificationCauseLabels[request.cause])}</Fact>
        <Fact name={<Trans>Người yêu cầu</Trans>}>
          {request.requestedBy && `${request.requestedBy}, `}
          {formatDateTime(request.requestedAt)}
        </Fact>
      </SummaryList>
      {request.note && <Paragraphs text={request.note} />}
      {former && (
        <Notice tone="warning">
          <p>
            <Trans>Trước khi đổi, tổ chức được xác thực với:</Trans>
          </p>
          <SummaryList>
            <Fact name={<Trans>Tên pháp lý (tiếng Việt)</Trans>}>{changed(former.legalName.vi, organization.legalName.vi)}</Fact>
            <Fact name={<Trans>Tên pháp lý (tiếng Anh)</Trans>}>{changed(former.legalName.en, organization.legalName.en)}</Fact>
            <Fact name={<Trans>Loại tổ chức</Trans>}>{changed(i18n._(organizationKindLabels[former.kind]), i18n._(organizationKindLabels[organization.kind]))}</Fact>
            <Fact name={<Trans>Mã số thuế</Trans>}>{changed(former.taxCode, organization.taxCode)}</Fact>
            <Fact name={<Trans>Mã định danh cơ quan</Trans>}>{changed(former.establishmentCode, organization.establishmentCode)}</Fact>
          </SummaryList>
        </Notice>
      )}
      {request.evidence.length > 0 ? (
        <Evidence files={request.evidence} />
      ) : (
        <Soft>
          <Trans>Không có giấy tờ kèm theo.</Trans>
        </Soft>
      )}
    </section>
  );
}

/** Said only where it is another now. */
const changed = (before: string | null, now: string | null) => (before === now ? null : <del>{before ?? '–'}</del>);
