import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { appError, describe } from '@/app/errors';
import { useConfirmedMutation } from '@/features/credentials';
import type { StaffRole } from '@/graphql-types';
import { valuesOf } from '@/i18n/labels';
import { staffRoleLabels } from '@/i18n/workLabels';
import { announce } from '@/ui/Announcer';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { ErrorSummary, type SummaryItem } from '@/ui/ErrorSummary';
import { Option, OptionGroup, TextArea } from '@/ui/Field';
import { Stack } from '@/ui/Page';
import { Notice, Row } from '@/ui/Panel';
import { SetStaffRoleDocument, type PersonListedFragment } from './administration.gql';

interface Props {
  open: boolean;
  person: PersonListedFragment;
  onClose: () => void;
}

export function RoleDialog(props: Props) {
  return (
    <Dialog open={props.open} title={<Trans>Vai trò của {props.person.name}</Trans>} onClose={props.onClose}>
      <Body {...props} />
    </Dialog>
  );
}

function Body({ person, onClose }: Props) {
  const { t, i18n } = useLingui();
  const [role, setRole] = useState<StaffRole | null>(person.staffRole);
  const [reason, setReason] = useState('');
  const [problems, setProblems] = useState<SummaryItem[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [{ fetching }, save] = useConfirmedMutation(SetStaffRoleDocument);
  const messageOf = (field: string) => problems.find((problem) => problem.field === field)?.message;
  const work: Record<StaffRole, string> = {
    MODERATOR: t`Quyết định về nhu cầu, giải pháp, kết nối và báo cáo vi phạm.`,
    VERIFIER: t`Quyết định về đăng ký và xác thực tổ chức.`,
    ADMINISTRATOR: t`Làm được mọi việc trên; thêm người dùng, vai trò, đình chỉ, gộp tổ chức, thư và nhật ký.`,
  };

  const confirm = async () => {
    const missing = [
      ...(role === person.staffRole ? [{ field: 'role', message: t`Đây đang là vai trò của người này. Hãy chọn vai trò khác.` }] : []),
      ...(reason.trim() === '' ? [{ field: 'role.reason', message: t`Hãy nêu lý do; lý do nằm trong nhật ký.` }] : []),
    ];
    setProblems(missing);
    if (missing.length > 0) return setAttempt((count) => count + 1);
    const { error } = await save({ input: { userId: person.id, role, reason: reason.trim() } });
    if (error) {
      setProblems([{ field: null, message: describe(appError(error), i18n) }]);
      return setAttempt((count) => count + 1);
    }
    announce(t`Đã đổi vai trò`);
    onClose();
  };

  return (
    <Stack>
      <ErrorSummary items={problems} attempt={attempt} />
      <OptionGroup id="role" label={<Trans>Vai trò</Trans>} error={messageOf('role')}>
        {valuesOf(staffRoleLabels).map((value) => (
          <Option key={value} type="radio" name="role" checked={role === value} onChange={() => setRole(value)}>
            <strong>{i18n._(staffRoleLabels[value])}</strong>. {work[value]}
          </Option>
        ))}
        <Option type="radio" name="role" checked={role === null} onChange={() => setRole(null)}>
          <strong>{t`Không có vai trò`}</strong>. <Trans>Chỉ làm việc cho tổ chức của mình.</Trans>
        </Option>
      </OptionGroup>
      {role !== null && !person.secondFactor && (
        <Notice tone="warning">
          <p>
            <Trans>Người này chưa có bước xác thực thứ hai. Vai trò chỉ có hiệu lực sau khi có.</Trans>
          </p>
        </Notice>
      )}
      <TextArea id="role.reason" label={<Trans>Lý do</Trans>} error={messageOf('role.reason')} value={reason} onChange={(event) => setReason(event.target.value)} />
      <p>
        <Trans>Người này nhận thư báo vai trò mới. Bạn sẽ được hỏi để xác nhận danh tính.</Trans>
      </p>
      <Row>
        <Button tone="primary" busy={fetching} onClick={() => void confirm()}>
          <Trans>Đổi vai trò</Trans>
        </Button>
        <Button tone="quiet" onClick={onClose}>
          <Trans>Không, quay lại</Trans>
        </Button>
      </Row>
    </Stack>
  );
}
