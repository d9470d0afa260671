import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useMutation } from 'urql';
import { appError, describe } from '@/app/errors';
import { session } from '@/app/transport';
import { OutcomeNotice, useOutcome } from '@/features/account';
import { organizationKindLabels } from '@/i18n/labels';
import { membershipRoleHints, membershipRoleLabels } from '@/i18n/accountLabels';
import { localized } from '@/i18n/bilingual';
import { formatDateTime } from '@/i18n/format';
import { Button, LinkButton } from '@/ui/Button';
import { Lead, PageHead, Stack } from '@/ui/Page';
import { PageHeading, expectFocusOnHeading } from '@/ui/PageHeading';
import { Row } from '@/ui/Panel';
import { ReasonDialog } from '@/ui/ReasonDialog';
import { Fact, SummaryList } from '@/ui/SummaryList';
import { AcceptInvitationDocument, DeclineInvitationDocument, type InvitationToMeQuery } from './invitations.gql';

type Invitation = NonNullable<InvitationToMeQuery['invitation']>;

interface Props {
  invitation: Invitation;
  /** The reader's address. */
  email: string;
}

export function InvitationAnswer({ invitation, email }: Props) {
  const { t, i18n } = useLingui();
  const outcome = useOutcome();
  const [joined, setJoined] = useState(false);
  const [declining, setDeclining] = useState(false);
  const [{ fetching }, accept] = useMutation(AcceptInvitationDocument);
  const [, decline] = useMutation(DeclineInvitationDocument);
  const { id, status, role, organization, invitedBy, expiresAt } = invitation;
  const name = localized(organization.legalName);

  // An owner who opens the letter of somebody else.
  if (invitation.email.toLowerCase() !== email.toLowerCase()) {
    return (
      <Over heading={<Trans>Lời mời này dành cho người khác</Trans>} organization={organization.id} manages>
        <Trans>
          Lời mời gửi đến <strong>{invitation.email}</strong>, thay mặt {name.text}. Bạn là chủ quản nên gửi lại hoặc thu hồi được.
        </Trans>
      </Over>
    );
  }
  if (joined || status === 'ACCEPTED') {
    return (
      <Over key="in" heading={joined ? <Trans>Bạn đã tham gia</Trans> : <Trans>Bạn đã nhận lời mời này</Trans>} organization={organization.id}>
        <Trans>Bạn làm việc được thay mặt {name.text}.</Trans>
      </Over>
    );
  }
  if (status === 'DECLINED') {
    return (
      <Over key="declined" heading={<Trans>Bạn đã từ chối lời mời</Trans>}>
        <Trans>{name.text} có thể mời lại, hoặc bạn tự xin tham gia.</Trans>
      </Over>
    );
  }
  if (status === 'REVOKED' || status === 'EXPIRED') {
    return (
      <Over heading={status === 'EXPIRED' ? <Trans>Lời mời đã hết hạn</Trans> : <Trans>Lời mời đã được thu hồi</Trans>}>
        {status === 'EXPIRED' ? (
          <Trans>
            Lời mời của {name.text} có giá trị đến {formatDateTime(expiresAt)}. Hãy nhờ {invitedBy} gửi lại.
          </Trans>
        ) : (
          <Trans>{name.text} đã thu hồi lời mời này. Nếu có nhầm lẫn, hãy hỏi {invitedBy}.</Trans>
        )}
      </Over>
    );
  }

  const join = async () => {
    const { error } = await accept({ input: { invitationId: id } });
    if (error) return outcome.refuse(error);
    expectFocusOnHeading();
    setJoined(true);
    // It may ask its members for a second factor.
    void session.renew().catch(() => undefined);
  };
  return (
    <>
      <PageHead>
        <PageHeading key="open" title={t`Lời mời`}>
          <Trans>
            Lời mời tham gia <span lang={name.lang}>{name.text}</span>
          </Trans>
        </PageHeading>
        <Lead>
          <Trans>{invitedBy} mời bạn làm việc thay tổ chức này trên i-Forum.</Trans>
        </Lead>
      </PageHead>
      <Stack>
        <OutcomeNotice outcome={outcome} />
        <SummaryList>
          <Fact name={<Trans>Loại tổ chức</Trans>}>{i18n._(organizationKindLabels[organization.kind])}</Fact>
          <Fact name={<Trans>Vai trò của bạn</Trans>}>
            <strong>{i18n._(membershipRoleLabels[role])}</strong>
            <br />
            {i18n._(membershipRoleHints[role])}
          </Fact>
          <Fact name={<Trans>Trả lời trước</Trans>}>{formatDateTime(expiresAt)}</Fact>
          <Fact name={<Trans>Trang công khai</Trans>}>
            <Link to="/to-chuc/$id" params={{ id: organization.id }}>
              {name.text}
            </Link>
          </Fact>
        </SummaryList>
        <p>
          <Trans>Nhận lời thì các thành viên khác thấy tên bạn. Bạn rời tổ chức được bất cứ lúc nào.</Trans>
        </p>
        <Row>
          <Button tone="primary" busy={fetching} onClick={() => void join()}>
            <Trans>Nhận lời, tham gia</Trans>
          </Button>
          <Button onClick={() => setDeclining(true)}>
            <Trans>Không tham gia</Trans>
          </Button>
        </Row>
      </Stack>
      <ReasonDialog
        open={declining}
        title={<Trans>Từ chối lời mời?</Trans>}
        action={<Trans>Từ chối lời mời</Trans>}
        tone="danger"
        onClose={() => setDeclining(false)}
        onConfirm={async () => {
          const { error } = await decline({ input: { invitationId: id } });
          if (error) return describe(appError(error), i18n);
          expectFocusOnHeading();
          setDeclining(false);
          return null;
        }}
      >
        <p>
          <Trans>{name.text} thấy bạn đã từ chối. Muốn tham gia sau, bạn cần được mời lại hoặc tự xin.</Trans>
        </p>
      </ReasonDialog>
    </>
  );
}

/** Nothing is left to answer. */
function Over({ heading, organization, manages = false, children }: { heading: ReactNode; organization?: string; manages?: boolean; children: ReactNode }) {
  const { t } = useLingui();
  return (
    <>
      <PageHead>
        <PageHeading title={t`Lời mời`}>{heading}</PageHeading>
        <Lead>{children}</Lead>
      </PageHead>
      <Row>
        {organization &&
          (manages ? (
            <LinkButton to="/to-chuc-cua-toi/$id/thanh-vien" params={{ id: organization }} tone="primary">
              <Trans>Mở trang thành viên</Trans>
            </LinkButton>
          ) : (
            <LinkButton to="/to-chuc-cua-toi/$id" params={{ id: organization }} tone="primary">
              <Trans>Mở trang tổ chức</Trans>
            </LinkButton>
          ))}
        <LinkButton to="/ban-lam-viec">
          <Trans>Mở bàn làm việc</Trans>
        </LinkButton>
      </Row>
    </>
  );
}
