import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type FormEvent } from 'react';
import { useMutation } from 'urql';
import { OutcomeNotice, useOutcome, type Outcome } from '@/features/account';
import { FileField, FileLink, uploadFile, type StoredFile } from '@/features/files';
import { OrganizationBadges } from '@/features/portfolio';
import { localized } from '@/i18n/bilingual';
import { formatDate, formatDateTime } from '@/i18n/format';
import { organizationKindLabels } from '@/i18n/labels';
import { verificationCauseLabels } from '@/i18n/organizationLabels';
import { Button } from '@/ui/Button';
import { TextArea } from '@/ui/Field';
import { Section } from '@/ui/Page';
import { Notice, Panel, Row, Soft } from '@/ui/Panel';
import { Fact, SummaryList } from '@/ui/SummaryList';
import { Tag } from '@/ui/Tag';
import styles from './Own.module.css';
import { RequestVerificationDocument, type OwnVerificationFragment } from './own-organization.gql';

type Request = NonNullable<OwnVerificationFragment['verificationRequests']>[number];

const mostFiles = 10;

export function VerificationSection({ organization }: { organization: OwnVerificationFragment }) {
  const outcome = useOutcome();
  const requests = organization.verificationRequests ?? [];
  const waiting = requests.find(({ decision }) => decision === null);
  return (
    <Section title={<Trans>Dấu xác thực</Trans>}>
      <OutcomeNotice outcome={outcome} prefix="verification." />
      <OrganizationBadges organization={{ ...organization, allianceStatus: 'NONE' }} />
      <State organization={organization} waiting={waiting !== undefined} />
      {organization.viewerCan.includes('REQUEST_VERIFICATION') && (
        <Panel>
          <h3>{waiting ? <Trans>Gửi thêm giấy tờ</Trans> : organization.verification === 'VERIFIED' ? <Trans>Xác thực lại cho năm tới</Trans> : <Trans>Yêu cầu xác thực</Trans>}</h3>
          <Needed organization={organization} />
          <RequestForm key={requests.length} organization={organization} waiting={waiting} outcome={outcome} />
        </Panel>
      )}
      {requests.length > 0 && (
        <>
          <h3>
            <Trans>Các lần xem xét</Trans>
          </h3>
          <ol className={styles['history']} role="list">
            {requests.map((request) => (
              <li key={request.id}>
                <History request={request} />
              </li>
            ))}
          </ol>
        </>
      )}
    </Section>
  );
}

/** Where it stands, and what follows. */
function State({ organization, waiting }: { organization: OwnVerificationFragment; waiting: boolean }) {
  switch (organization.verification) {
    case 'VERIFIED':
      return waiting ? (
        <Notice>
          <p>
            <Trans>Yêu cầu xác thực lại đang chờ Liên minh. Dấu hiện nay vẫn còn đến ngày hết hạn.</Trans>
          </p>
        </Notice>
      ) : (
        <p>
          <Trans>Dấu có giá trị một năm. Trong 60 ngày cuối, chủ quản gửi yêu cầu xác thực lại; thư nhắc đến trước 30 ngày và 7 ngày. Đổi tên pháp lý, loại hoặc mã số thì dấu bị gỡ ngay.</Trans>
        </p>
      );
    case 'PENDING':
      return (
        <Notice tone="warning">
          <p>
            <Trans>Liên minh đang xem xét. Các chủ quản nhận thư khi có kết quả, kèm lý do. Trong lúc chờ, tổ chức vẫn soạn và gửi tin như thường.</Trans>
          </p>
        </Notice>
      );
    case 'REJECTED':
      return (
        <Notice tone="danger">
          <p>
            <Trans>Liên minh chưa xác thực được tổ chức; lý do ở lần xem xét gần nhất bên dưới. Hãy bổ sung rồi yêu cầu lại.</Trans>
          </p>
        </Notice>
      );
    case 'EXPIRED':
      return (
        <Notice tone="warning">
          <p>
            <Trans>Dấu xác thực đã hết hạn. Hãy yêu cầu xác thực lại.</Trans>
          </p>
        </Notice>
      );
    case 'SUSPENDED':
      return (
        <Notice tone="danger">
          <p>
            <Trans>Xác thực đang bị tạm đình chỉ nên chưa yêu cầu được.</Trans>
          </p>
        </Notice>
      );
    case 'UNVERIFIED':
      return (
        <p>
          <Trans>Tổ chức chưa được xác thực. Tin của tổ chức vẫn đăng được; dấu xác thực giúp bên kia tin hơn và là điều kiện để vào Liên minh.</Trans>
        </p>
      );
  }
}

function Needed({ organization: { postsNeeds } }: { organization: OwnVerificationFragment }) {
  return (
    <div>
      <p>
        <Trans>Liên minh đối chiếu tên pháp lý, mã số, địa chỉ và quyền thay mặt với giấy tờ. Hãy gửi:</Trans>
      </p>
      <ul className={styles['needed']}>
        {postsNeeds ? (
          <li>
            <Trans>quyết định thành lập hoặc văn bản quy định chức năng, có mã định danh cơ quan;</Trans>
          </li>
        ) : (
          <li>
            <Trans>giấy chứng nhận đăng ký doanh nghiệp hoặc quyết định thành lập, có mã số thuế;</Trans>
          </li>
        )}
        <li>
          <Trans>giấy giới thiệu hoặc ủy quyền cho người yêu cầu, có chữ ký của người đại diện;</Trans>
        </li>
        <li>
          <Trans>giấy tờ cho địa chỉ, nếu địa chỉ không có trong các giấy trên.</Trans>
        </li>
      </ul>
    </div>
  );
}

function RequestForm({ organization, waiting, outcome }: { organization: OwnVerificationFragment; waiting: Request | undefined; outcome: Outcome }) {
  const { t } = useLingui();
  const [files, setFiles] = useState<StoredFile[]>([]);
  const [note, setNote] = useState(waiting?.note ?? '');
  const [{ fetching }, request] = useMutation(RequestVerificationDocument);
  const left = mostFiles - (waiting?.evidence.length ?? 0);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (files.length === 0 && !waiting) return outcome.remark({ field: 'evidence', message: t`Hãy gửi kèm ít nhất một giấy tờ, nếu không Liên minh không có gì để đối chiếu.` });
    const { data, error } = await request({ input: { organizationId: organization.id, evidence: files.map(({ id }) => id), note: note.normalize('NFC').trim() || null } });
    if (error) outcome.refuse(error);
    else if (data) {
      setFiles([]);
      outcome.succeed(waiting ? t`Đã gửi thêm cho Liên minh.` : t`Đã gửi yêu cầu xác thực. Các chủ quản nhận thư khi có kết quả.`);
    }
  };
  return (
    <form className={styles['form']} onSubmit={(event) => void submit(event)} noValidate>
      <FileField
        id="verification.evidence"
        send={(file) => uploadFile('verification', organization.id, file)}
        label={<Trans>Giấy tờ</Trans>}
        hint={<Trans>Chỉ thành viên của tổ chức và người xác thực của Liên minh mở được.</Trans>}
        files={files}
        onChange={setFiles}
        most={Math.max(left, 1)}
        error={outcome.messageOf('evidence')}
      />
      <TextArea
        id="verification.note"
        optional
        label={<Trans>Điều Liên minh cần biết</Trans>}
        hint={<Trans>Ví dụ: tổ chức vừa đổi tên, hoặc dùng địa chỉ thư của tập đoàn. Tối đa 2.000 ký tự.</Trans>}
        value={note}
        onChange={(event) => setNote(event.target.value)}
        error={outcome.messageOf('note')}
      />
      <div>
        <Button type="submit" tone="primary" busy={fetching}>
          {fetching ? <Trans>Đang gửi…</Trans> : waiting ? <Trans>Gửi bổ sung</Trans> : <Trans>Gửi yêu cầu xác thực</Trans>}
        </Button>
      </div>
    </form>
  );
}

function History({ request }: { request: Request }) {
  const { i18n } = useLingui();
  const { cause, requestedAt, requestedBy, note, evidence, former, decision, decidedAt, decidedBy, reason } = request;
  const approved = decision === 'APPROVED';
  return (
    <Panel>
      <Row spread>
        <strong>{i18n._(verificationCauseLabels[cause])}</strong>
        {decision === null ? (
          <Tag tone="warning" icon="clock">
            <Trans>Chờ Liên minh</Trans>
          </Tag>
        ) : approved ? (
          <Tag tone="positive" icon="check">
            <Trans>Đã xác thực</Trans>
          </Tag>
        ) : (
          <Tag tone="danger" icon="cross">
            <Trans>Chưa xác thực được</Trans>
          </Tag>
        )}
      </Row>
      <SummaryList>
        <Fact name={<Trans>Gửi lúc</Trans>}>
          {formatDateTime(requestedAt)}
          {requestedBy && ` · ${requestedBy}`}
        </Fact>
        <Fact name={<Trans>Xác thực trước đó theo</Trans>}>
          {former && (
            <>
              {localized(former.legalName).text} · {i18n._(organizationKindLabels[former.kind])}
              {former.taxCode && ` · ${former.taxCode}`}
              {former.establishmentCode && ` · ${former.establishmentCode}`}
            </>
          )}
        </Fact>
        <Fact name={<Trans>Tổ chức nói</Trans>}>{note && <span className={styles['text']}>{note}</span>}</Fact>
        <Fact name={<Trans>Giấy tờ</Trans>}>
          {evidence.length > 0 && (
            <ul className={styles['files']} role="list">
              {evidence.map((file) => (
                <li key={file.id}>
                  <FileLink file={file} />
                </li>
              ))}
            </ul>
          )}
        </Fact>
        <Fact name={<Trans>Kết quả</Trans>}>
          {decidedAt && (
            <>
              {formatDate(decidedAt)}
              {decidedBy && ` · ${decidedBy}`}
            </>
          )}
        </Fact>
        <Fact name={<Trans>Lý do</Trans>}>{reason && <span className={styles['text']}>{reason}</span>}</Fact>
      </SummaryList>
      {decision === null && cause === 'IDENTITY_CHANGED' && evidence.length === 0 && (
        <Soft>
          <Trans>Chưa có giấy tờ mới. Gửi giấy tờ theo tên hoặc mã số mới thì Liên minh xem được ngay.</Trans>
        </Soft>
      )}
    </Panel>
  );
}
