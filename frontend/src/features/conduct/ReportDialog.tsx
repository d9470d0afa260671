import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useRef, useState } from 'react';
import { useMutation } from 'urql';
import { useServerErrors } from '@/app/useServerErrors';
import { ruleLabels, rulesAgainst, type Rule } from '@/i18n/rules';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { ErrorSummary, type SummaryItem } from '@/ui/ErrorSummary';
import { SelectField, TextArea } from '@/ui/Field';
import { Stack } from '@/ui/Page';
import { Notice, Row, Soft } from '@/ui/Panel';
import { ReportAbuseDocument } from './conduct.gql';

interface Props {
  open: boolean;
  what: 'need' | 'offer' | 'organization';
  id: string;
  onClose: () => void;
}

/** Says that something published breaks a rule. */
export function ReportDialog(props: Props) {
  return (
    <Dialog open={props.open} title={<Trans>Báo vi phạm</Trans>} onClose={props.onClose}>
      <Body {...props} />
    </Dialog>
  );
}

const most = 2000;

function Body({ what, id, onClose }: Props) {
  const { t, i18n } = useLingui();
  const server = useServerErrors();
  const [rule, setRule] = useState<Rule | ''>('');
  const [text, setText] = useState('');
  const [own, setOwn] = useState<SummaryItem[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [clientKey] = useState(() => crypto.randomUUID());
  const [{ fetching }, report] = useMutation(ReportAbuseDocument);
  const [done, setDone] = useState(false);
  const thanks = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The button that had the focus is gone.
    if (done) thanks.current?.focus();
  }, [done]);
  const problems = own.length > 0 ? own : server.items;
  // What the server says of the thing itself belongs to no field here.
  const shown = problems.map((item) => ({ ...item, field: item.field === 'rule' || item.field === 'text' ? `report.${item.field}` : null }));
  const messageOf = (field: string) => problems.find((problem) => problem.field === field)?.message;

  const send = async () => {
    server.clear();
    const words = text.normalize('NFC').trim();
    const missing = [
      ...(rule === '' ? [{ field: 'rule', message: t`Hãy chọn quy tắc bị vi phạm.` }] : []),
      ...(words === '' ? [{ field: 'text', message: t`Hãy nói rõ điều gì sai.` }] : []),
      ...([...words].length > most ? [{ field: 'text', message: t`Nội dung dài tối đa 2.000 ký tự. Hãy viết gọn hơn.` }] : []),
    ];
    setOwn(missing);
    if (missing.length > 0 || rule === '') return setAttempt((count) => count + 1);
    const named = { needId: null, offerId: null, organizationId: null, [`${what}Id`]: id };
    const { error } = await report({ input: { clientKey, rule, text: words, ...named } });
    if (error) {
      server.refuse(error);
      return setAttempt((count) => count + 1);
    }
    setDone(true);
  };

  if (done) {
    return (
      <Stack>
        <div ref={thanks} tabIndex={-1}>
          <Notice tone="positive">
            <p>
              <Trans>Cảm ơn bạn. Liên minh sẽ xem và trả lời bạn bằng thư.</Trans>
            </p>
          </Notice>
        </div>
        <div>
          <Button onClick={onClose}>
            <Trans>Xong</Trans>
          </Button>
        </div>
      </Stack>
    );
  }
  return (
    <Stack>
      <ErrorSummary items={shown} attempt={attempt} />
      <Soft>
        <Trans>Kiểm duyệt viên của Liên minh đọc báo cáo này. Chủ nội dung không biết ai đã báo, và không đọc được lời của bạn.</Trans>
      </Soft>
      <SelectField id="report.rule" label={<Trans>Quy tắc bị vi phạm</Trans>} error={messageOf('rule')} value={rule} onChange={(event) => setRule(event.target.value as Rule | '')}>
        <option value="">{t`Chưa chọn`}</option>
        {rulesAgainst.map((value) => (
          <option key={value} value={value}>
            {i18n._(ruleLabels[value])}
          </option>
        ))}
      </SelectField>
      <TextArea
        id="report.text"
        label={<Trans>Điều gì sai</Trans>}
        hint={<Trans>Chỉ ra chỗ sai và cách kiểm chứng. Tối đa 2.000 ký tự.</Trans>}
        error={messageOf('text')}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Row>
        <Button tone="primary" busy={fetching} onClick={() => void send()}>
          {fetching ? <Trans>Đang gửi…</Trans> : <Trans>Gửi báo cáo</Trans>}
        </Button>
        <Button tone="quiet" onClick={onClose}>
          <Trans>Không, quay lại</Trans>
        </Button>
      </Row>
    </Stack>
  );
}
