import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useMutation } from 'urql';
import { appError, describe } from '@/app/errors';
import type { MyMembership } from '@/app/membership';
import { session } from '@/app/transport';
import { Owned, OwnedList, OutcomeNotice, useOutcome } from '@/features/account';
import { useConfirmedMutation } from '@/features/credentials';
import { membershipRoleHints, membershipRoleLabels } from '@/i18n/accountLabels';
import { localized } from '@/i18n/bilingual';
import { announce } from '@/ui/Announcer';
import { Button } from '@/ui/Button';
import { Section } from '@/ui/Page';
import { Notice, Soft } from '@/ui/Panel';
import { ReasonDialog } from '@/ui/ReasonDialog';
import { Tag } from '@/ui/Tag';
import { RemoveMembershipDocument, TransferOwnershipDocument, type OwnPeopleFragment } from './own-organization.gql';
import { RoleDialog } from './RoleDialog';

type Member = NonNullable<OwnPeopleFragment['members']>[number];
type Doing = { what: 'role' | 'transfer' | 'remove' | 'leave'; member: Member } | null;

interface Props {
  people: OwnPeopleFragment;
  own: MyMembership;
  manages: boolean;
  onLeaving: (leaving: boolean) => void;
}

export function MemberSection({ people, own, manages, onLeaving }: Props) {
  const { t, i18n } = useLingui();
  const navigate = useNavigate();
  const outcome = useOutcome();
  const [doing, setDoing] = useState<Doing>(null);
  const [, remove] = useMutation(RemoveMembershipDocument);
  const [, transfer] = useConfirmedMutation(TransferOwnershipDocument);
  const members = (people.members ?? []).filter(({ status }) => status === 'ACTIVE');
  const alone = members.length === 1;
  const onlyOwner = own.role === 'OWNER' && members.filter(({ role }) => role === 'OWNER').length === 1;
  const name = localized(people.legalName).text;
  const close = () => setDoing(null);
  const member = doing?.member;

  return (
    <Section title={<Trans>Người trong tổ chức</Trans>}>
      <OutcomeNotice outcome={outcome} />
      <OwnedList label={t`Người trong tổ chức`}>
        {members.map((one) => {
          const self = one.id === own.id;
          return (
            <Owned
              key={one.id}
              name={
                <>
                  {one.name}
                  <Tag tone={one.role === 'OWNER' ? 'accent' : 'neutral'}>{i18n._(membershipRoleLabels[one.role])}</Tag>
                  {self && (
                    <Tag icon="user">
                      <Trans>Bạn</Trans>
                    </Tag>
                  )}
                </>
              }
              actions={
                <>
                  {manages && (!self || !onlyOwner) && (
                    <Button tone="quiet" onClick={() => setDoing({ what: 'role', member: one })}>
                      <Trans>
                        Đổi vai trò<span className="visually-hidden"> của {one.name}</span>
                      </Trans>
                    </Button>
                  )}
                  {manages && !self && one.role !== 'OWNER' && (
                    <Button tone="quiet" onClick={() => setDoing({ what: 'transfer', member: one })}>
                      <Trans>
                        Chuyển quyền chủ quản<span className="visually-hidden"> cho {one.name}</span>
                      </Trans>
                    </Button>
                  )}
                  {manages && !self && (
                    <Button tone="danger" onClick={() => setDoing({ what: 'remove', member: one })}>
                      <Trans>
                        Gỡ<span className="visually-hidden"> {one.name}</span>
                      </Trans>
                    </Button>
                  )}
                  {self && (
                    <Button tone="danger" onClick={() => setDoing({ what: 'leave', member: one })}>
                      <Trans>Rời tổ chức</Trans>
                    </Button>
                  )}
                </>
              }
            >
              <Soft>{i18n._(membershipRoleHints[one.role])}</Soft>
            </Owned>
          );
        })}
      </OwnedList>
      <RoleDialog
        member={doing?.what === 'role' ? doing.member : null}
        onClose={close}
        onDone={(sentence) => {
          close();
          outcome.succeed(sentence);
        }}
      />
      <ReasonDialog
        open={doing?.what === 'transfer'}
        title={<Trans>Chuyển quyền chủ quản?</Trans>}
        action={<Trans>Chuyển quyền chủ quản</Trans>}
        tone="danger"
        onClose={close}
        onConfirm={async () => {
          const { error } = await transfer({ input: { membershipId: member?.id ?? '' } });
          if (error) return describe(appError(error), i18n);
          close();
          outcome.succeed(t`Đã chuyển quyền chủ quản cho ${member?.name ?? ''}. Bạn nay là biên tập.`);
          return null;
        }}
      >
        <p>
          <Trans>
            <strong>{member?.name}</strong> trở thành chủ quản, còn bạn trở thành biên tập. Sau đó chỉ chủ quản mới trao lại được cho bạn. Hệ thống có thể hỏi lại mật khẩu của bạn.
          </Trans>
        </p>
      </ReasonDialog>
      <ReasonDialog
        open={doing?.what === 'remove'}
        title={<Trans>Gỡ người này khỏi tổ chức?</Trans>}
        action={<Trans>Gỡ khỏi tổ chức</Trans>}
        tone="danger"
        onClose={close}
        onConfirm={async () => {
          const { error } = await remove({ input: { membershipId: member?.id ?? '' } });
          if (error) return describe(appError(error), i18n);
          close();
          outcome.succeed(t`Đã gỡ ${member?.name ?? ''} khỏi tổ chức.`);
          return null;
        }}
      >
        <p>
          <Trans>
            <strong>{member?.name}</strong> không làm việc thay tổ chức được nữa, ngay từ lúc này, và nhận thư báo. Những gì người đó đã soạn vẫn thuộc tổ chức.
          </Trans>
        </p>
      </ReasonDialog>
      <ReasonDialog
        open={doing?.what === 'leave'}
        title={<Trans>Rời tổ chức?</Trans>}
        action={alone ? <Trans>Rời và đóng tổ chức</Trans> : <Trans>Rời tổ chức</Trans>}
        tone="danger"
        onClose={close}
        onConfirm={async () => {
          onLeaving(true);
          const { data, error } = await remove({ input: { membershipId: own.id } });
          if (error) {
            onLeaving(false);
            return describe(appError(error), i18n);
          }
          void session.renew().catch(() => undefined);
          announce(data?.removeMembership.organizationClosed ? t`Bạn đã rời; tổ chức đã đóng` : t`Bạn đã rời tổ chức`);
          await navigate({ to: '/to-chuc-cua-toi' });
          return null;
        }}
      >
        {alone ? (
          <Notice tone="danger">
            <p>
              <Trans>Bạn là người duy nhất của {name}. Rời đi thì tổ chức bị đóng, mọi tin đang đăng được rút, và việc này không hoàn lại được.</Trans>
            </p>
          </Notice>
        ) : onlyOwner ? (
          <Notice tone="warning">
            <p>
              <Trans>Bạn là chủ quản duy nhất, nên chưa rời được. Hãy chuyển quyền chủ quản cho một người khác trong danh sách, rồi rời.</Trans>
            </p>
          </Notice>
        ) : (
          <p>
            <Trans>Bạn không làm việc thay {name} được nữa. Những gì bạn đã soạn vẫn thuộc tổ chức. Muốn quay lại, bạn cần được mời hoặc xin tham gia.</Trans>
          </p>
        )}
      </ReasonDialog>
    </Section>
  );
}
