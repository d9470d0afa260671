import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { useMyOrganizations } from '@/app/membership';
import { appError, describe } from '@/app/errors';
import { localized } from '@/i18n/bilingual';
import { announce } from '@/ui/Announcer';
import { Button } from '@/ui/Button';
import { SelectField } from '@/ui/Field';
import { Notice, Row, Soft } from '@/ui/Panel';
import { FocalPointDocument, SetNeedFocalPointDocument } from './need-editor.gql';

interface Props {
  id: string;
  /** Saves what is not saved yet; true when the server has it all. */
  save: () => Promise<boolean>;
}

/** A commune asks an office of its province to complete the draft; the office hands it back here. Nothing for others. */
export function FocalPoint({ id, save }: Props) {
  const { t, i18n } = useLingui();
  const navigate = useNavigate();
  const [{ data }, ask] = useQuery({ query: FocalPointDocument, variables: { id }, requestPolicy: 'network-only' });
  const { result: mine } = useMyOrganizations();
  const [chosen, setChosen] = useState('');
  const [problem, setProblem] = useState<string>();
  const [setting, set] = useMutation(SetNeedFocalPointDocument);
  const need = data?.need;
  if (!need || !mine.data) return null;
  const own = mine.data.viewer?.memberships.map(({ organization }) => organization.id) ?? [];
  const owner = localized(need.organization.legalName).text;
  const asked = need.focalPoint && localized(need.focalPoint.legalName).text;

  const change = async (organizationId: string | null, said: string) => {
    setProblem(undefined);
    if (!(await save())) return false;
    const { error } = await set({ input: { needId: id, organizationId } });
    if (error) {
      setProblem(describe(appError(error), i18n));
      return false;
    }
    announce(said);
    return true;
  };

  if (need.focalPoint && own.includes(need.focalPoint.id) && !own.includes(need.organization.id)) {
    return (
      <Notice>
        <p>
          <Trans>{owner} nhờ cơ quan của bạn hoàn thiện bản nháp này. Bạn sửa nội dung, giải thích lưu ý, đặt tiêu chí; {owner} gửi duyệt.</Trans>
        </p>
        {problem && <p role="alert">{problem}</p>}
        <Row>
          <Button
            tone="primary"
            busy={setting.fetching}
            onClick={async () => {
              if (await change(null, t`Đã trả lại bản nháp`)) await navigate({ to: '/co-quan/nhu-cau', search: {} });
            }}
          >
            <Trans>Đã hoàn thiện, trả lại</Trans>
          </Button>
        </Row>
      </Notice>
    );
  }
  if (asked) {
    return (
      <Notice>
        <p>
          <Trans>{asked} đang hoàn thiện bản nháp này giúp bạn. Hai bên cùng sửa được; bạn nhận thư khi bản nháp được trả lại.</Trans>
        </p>
        {problem && <p role="alert">{problem}</p>}
        <Row>
          <Button
            busy={setting.fetching}
            onClick={async () => {
              if (await change(null, t`Đã thôi nhờ`)) ask({ requestPolicy: 'network-only' });
            }}
          >
            <Trans>Thôi nhờ</Trans>
          </Button>
        </Row>
      </Notice>
    );
  }
  if (need.focalPoints.length === 0) return null;
  return (
    <>
      <SelectField id="focalPoint" optional label={<Trans>Nhờ đầu mối cấp tỉnh hoàn thiện</Trans>} value={chosen} error={problem} onChange={(event) => setChosen(event.target.value)}>
        <option value="">{t`Chưa chọn`}</option>
        {need.focalPoints.map((one) => (
          <option key={one.id} value={one.id}>
            {localized(one.legalName).text}
          </option>
        ))}
      </SelectField>
      <Soft>
        <Trans>Bạn chỉ cần điền tên, tóm tắt, địa bàn, lĩnh vực và hạn. Đầu mối được nhờ đọc và sửa được bản nháp này cho đến khi trả lại; bạn vẫn là bên gửi duyệt.</Trans>
      </Soft>
      <Row>
        <Button
          busy={setting.fetching}
          onClick={async () => {
            if (!chosen) return setProblem(t`Hãy chọn một cơ quan.`);
            if (await change(chosen, t`Đã nhờ hoàn thiện`)) ask({ requestPolicy: 'network-only' });
          }}
        >
          <Trans>Nhờ hoàn thiện</Trans>
        </Button>
      </Row>
    </>
  );
}
