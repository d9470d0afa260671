import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useMutation } from 'urql';
import { useServerErrors } from '@/app/useServerErrors';
import { announce } from '@/ui/Announcer';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { ErrorSummary } from '@/ui/ErrorSummary';
import { Option, OptionGroup, TextArea } from '@/ui/Field';
import { Stack } from '@/ui/Page';
import { Row } from '@/ui/Panel';
import { RegisterInterestDocument, type InterestShownFragment } from './interests.gql';

interface Props {
  open: boolean;
  needId: string;
  organizationId: string;
  before: InterestShownFragment | undefined;
  onClose: () => void;
}

export function InterestDialog(props: Props) {
  return (
    <Dialog open={props.open} title={<Trans>Bày tỏ quan tâm</Trans>} onClose={props.onClose}>
      <Body {...props} />
    </Dialog>
  );
}

function Body({ needId, organizationId, before, onClose }: Props) {
  const { t } = useLingui();
  const [isPublic, setPublic] = useState(before?.isPublic ?? true);
  const [seeks, setSeeks] = useState(before?.seeksPartners ?? false);
  const [note, setNote] = useState(before?.note ?? '');
  const [attempt, setAttempt] = useState(0);
  const [state, register] = useMutation(RegisterInterestDocument);
  const errors = useServerErrors();
  const save = async () => {
    errors.clear();
    setAttempt((count) => count + 1);
    const { error } = await register({ input: { clientKey: crypto.randomUUID(), needId, organizationId, isPublic, seeksPartners: seeks && isPublic, note } });
    if (error) return errors.refuse(error);
    announce(t`Đã lưu quan tâm của tổ chức`);
    onClose();
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Stack>
        <ErrorSummary items={errors.items} attempt={attempt} />
        <OptionGroup id="isPublic" label={<Trans>Ai thấy?</Trans>}>
          <Option type="radio" name="isPublic" checked={isPublic} onChange={() => setPublic(true)}>
            <Trans>Công khai trên trang nhu cầu</Trans>
          </Option>
          <Option type="radio" name="isPublic" checked={!isPublic} onChange={() => setPublic(false)}>
            <Trans>Chỉ người của tổ chức tôi</Trans>
          </Option>
        </OptionGroup>
        {isPublic && (
          <Option type="checkbox" checked={seeks} onChange={(event) => setSeeks(event.target.checked)}>
            <Trans>Đang tìm đối tác để cùng nộp đề xuất</Trans>
          </Option>
        )}
        <TextArea
          id="note"
          label={<Trans>Bạn làm được gì, cần ai?</Trans>}
          hint={<Trans>Ví dụ: chúng tôi có nền tảng dữ liệu, cần đơn vị lắp đặt tại Hải Phòng.</Trans>}
          optional={!seeks}
          value={note}
          onChange={(event) => setNote(event.target.value)}
          error={errors.messageOf('note') ?? errors.messageOf('seeksPartners')}
        />
        <Row>
          <Button type="submit" tone="primary" busy={state.fetching}>
            <Trans>Lưu</Trans>
          </Button>
        </Row>
      </Stack>
    </form>
  );
}
