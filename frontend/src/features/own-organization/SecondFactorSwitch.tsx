import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { appError, describe } from '@/app/errors';
import { session } from '@/app/transport';
import { OutcomeNotice, useOutcome } from '@/features/account';
import { useConfirmedMutation } from '@/features/credentials';
import { Button } from '@/ui/Button';
import { Section } from '@/ui/Page';
import { Row } from '@/ui/Panel';
import { ReasonDialog } from '@/ui/ReasonDialog';
import { Tag } from '@/ui/Tag';
import { SetSecondFactorRequiredDocument, type OwnPeopleFragment } from './own-organization.gql';

/** Whether a password alone is enough to work for the organisation. */
export function SecondFactorSwitch({ people: { id, requiresSecondFactor } }: { people: OwnPeopleFragment }) {
  const { t, i18n } = useLingui();
  const outcome = useOutcome();
  const [asking, setAsking] = useState(false);
  const [, set] = useConfirmedMutation(SetSecondFactorRequiredDocument);
  const required = requiresSecondFactor === true;
  return (
    <Section title={<Trans>Bước xác thực thứ hai của mọi thành viên</Trans>}>
      <OutcomeNotice outcome={outcome} />
      <Row>
        {required ? (
          <Tag tone="positive" icon="lock">
            <Trans>Bắt buộc</Trans>
          </Tag>
        ) : (
          <Tag tone="neutral" icon="info">
            <Trans>Không bắt buộc</Trans>
          </Tag>
        )}
      </Row>
      <p>
        <Trans>
          Khi bắt buộc, ai chưa có ứng dụng xác thực hoặc khóa truy cập thì vẫn đăng nhập được, nhưng chưa làm việc thay tổ chức đến khi thiết lập xong. Mọi thành viên nhận thư hướng dẫn. Bạn cần{' '}
          <Link to="/tai-khoan" hash="buoc-hai">
            thiết lập cho chính mình
          </Link>{' '}
          trước.
        </Trans>
      </p>
      <div>
        <Button onClick={() => setAsking(true)}>{required ? <Trans>Thôi bắt buộc</Trans> : <Trans>Bắt buộc với mọi thành viên</Trans>}</Button>
      </div>
      <ReasonDialog
        open={asking}
        title={required ? <Trans>Thôi bắt buộc bước xác thực thứ hai?</Trans> : <Trans>Bắt buộc bước xác thực thứ hai?</Trans>}
        action={required ? <Trans>Thôi bắt buộc</Trans> : <Trans>Bắt buộc</Trans>}
        onClose={() => setAsking(false)}
        onConfirm={async () => {
          const { error } = await set({ input: { organizationId: id, required: !required } });
          if (error) return describe(appError(error), i18n);
          setAsking(false);
          outcome.succeed(required ? t`Bước xác thực thứ hai không còn bắt buộc.` : t`Bước xác thực thứ hai nay bắt buộc với mọi thành viên.`);
          void session.renew().catch(() => undefined);
          return null;
        }}
      >
        <p>
          {required ? (
            <Trans>Một mật khẩu bị lộ sẽ đủ để làm việc thay tổ chức.</Trans>
          ) : (
            <Trans>Có hiệu lực ngay: thành viên chưa thiết lập tạm thời không làm việc thay tổ chức được.</Trans>
          )}
        </p>
      </ReasonDialog>
    </Section>
  );
}
