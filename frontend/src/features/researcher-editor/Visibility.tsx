import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useMutation } from 'urql';
import { appError, describe } from '@/app/errors';
import { OutcomeNotice, useOutcome } from '@/features/account';
import { formatDateTime } from '@/i18n/format';
import { Button, LinkButton } from '@/ui/Button';
import { Section } from '@/ui/Page';
import { Row } from '@/ui/Panel';
import { ReasonDialog } from '@/ui/ReasonDialog';
import { Tag } from '@/ui/Tag';
import { RemoveResearcherDocument, SetProfileConsentDocument, type OwnResearcherQuery } from './researcher-editor.gql';

interface Props {
  viewer: NonNullable<OwnResearcherQuery['viewer']>;
  onRemoved: () => void;
}

/** Who sees the profile, and how to change that. */
export function Visibility({ viewer, onRemoved }: Props) {
  const { t, i18n } = useLingui();
  const outcome = useOutcome();
  const [asking, setAsking] = useState<'show' | 'remove' | null>(null);
  const [{ fetching }, consent] = useMutation(SetProfileConsentDocument);
  const [, remove] = useMutation(RemoveResearcherDocument);
  const { researcher } = viewer;
  const given = viewer.consents.find(({ purpose }) => purpose === 'PUBLIC_PROFILE');
  const shown = given !== undefined;

  const set = async (next: boolean) => {
    const { error } = await consent({ input: { purpose: 'PUBLIC_PROFILE', given: next } });
    if (!error) outcome.succeed(next ? t`Bạn đã đồng ý: hồ sơ hiện công khai.` : t`Bạn đã rút lại: hồ sơ ẩn ngay.`);
    return error ?? null;
  };
  return (
    <Section title={<Trans>Ai thấy hồ sơ này</Trans>}>
      <OutcomeNotice outcome={outcome} />
      <Row>
        {!researcher ? (
          <Tag tone="neutral" icon="edit">
            <Trans>Chưa viết hồ sơ</Trans>
          </Tag>
        ) : shown ? (
          <Tag tone="positive" icon="eye">
            <Trans>Mọi người</Trans>
          </Tag>
        ) : (
          <Tag tone="neutral" icon="lock">
            <Trans>Chỉ mình bạn</Trans>
          </Tag>
        )}
      </Row>
      <p>
        {given ? (
          <Trans>Bạn đồng ý cho hiện công khai lúc {formatDateTime(given.givenAt)}. Rút lại lúc nào cũng được; hồ sơ ẩn ngay và không mất gì.</Trans>
        ) : (
          <Trans>
            Đến khi bạn đồng ý, không ai khác thấy hồ sơ. Khi đồng ý, tên, chuyên môn, nơi công tác và công bố của bạn hiện với mọi người; phần lợi ích chỉ hiện với người đã đăng nhập; địa chỉ thư của bạn
            không hiện với ai.
          </Trans>
        )}
      </p>
      <Row>
        {shown ? (
          <Button
            busy={fetching}
            onClick={async () => {
              const error = await set(false);
              if (error) outcome.refuse(error);
            }}
          >
            <Trans>Ẩn hồ sơ</Trans>
          </Button>
        ) : (
          <Button tone={researcher ? 'primary' : 'secondary'} onClick={() => setAsking('show')}>
            <Trans>Cho hiện công khai…</Trans>
          </Button>
        )}
        {researcher && (
          <>
            <LinkButton to="/chuyen-gia/$id" params={{ id: researcher.id }}>
              <Trans>Xem như người khác thấy</Trans>
            </LinkButton>
            <Button tone="danger" onClick={() => setAsking('remove')}>
              <Trans>Xóa hồ sơ</Trans>
            </Button>
          </>
        )}
      </Row>
      <ReasonDialog
        open={asking === 'show'}
        title={<Trans>Cho hiện hồ sơ công khai?</Trans>}
        action={<Trans>Tôi đồng ý</Trans>}
        onClose={() => setAsking(null)}
        onConfirm={async () => {
          const error = await set(true);
          if (error) return describe(appError(error), i18n);
          setAsking(null);
          return null;
        }}
      >
        <p>
          <Trans>Hồ sơ chuyên gia của bạn (tên, chuyên môn, nơi công tác, công trình) hiện công khai trên i-Forum. Rút lại thì hồ sơ ẩn ngay.</Trans>
        </p>
      </ReasonDialog>
      <ReasonDialog
        open={asking === 'remove'}
        title={<Trans>Xóa hồ sơ chuyên gia?</Trans>}
        action={<Trans>Xóa hồ sơ</Trans>}
        tone="danger"
        onClose={() => setAsking(null)}
        onConfirm={async () => {
          const { error } = await remove({});
          if (error) return describe(appError(error), i18n);
          setAsking(null);
          outcome.succeed(t`Đã xóa hồ sơ chuyên gia.`);
          onRemoved();
          return null;
        }}
      >
        <p>
          <Trans>Mọi điều bạn viết trong hồ sơ này bị xóa và không khôi phục được. Nếu chỉ muốn không ai thấy, hãy ẩn hồ sơ.</Trans>
        </p>
      </ReasonDialog>
    </Section>
  );
}
