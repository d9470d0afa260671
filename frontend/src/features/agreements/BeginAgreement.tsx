import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { useServerErrors } from '@/app/useServerErrors';
import type { AgreementKind, ContractType } from '@/graphql-types';
import { agreementKindLabels } from '@/i18n/agreementLabels';
import { contractTypeLabels, valuesOf } from '@/i18n/labels';
import { moneyInWords, parseMoney } from '@/i18n/money';
import { announce } from '@/ui/Announcer';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { ErrorSummary } from '@/ui/ErrorSummary';
import { SelectField, TextField } from '@/ui/Field';
import { Section, Stack } from '@/ui/Page';
import { Panel, Row, Soft } from '@/ui/Panel';
import styles from './Agreements.module.css';
import { AgreementStartDocument, CreateAgreementDocument } from './agreements.gql';
import { AgreementStatusTag } from './tags';

interface Source {
  proposalId?: string;
  matchId?: string;
}

/** On a mutual match and on a selected proposal: what was begun from it, and a way to begin. */
export function BeginAgreement({ proposalId, matchId }: Source) {
  const [{ data }] = useQuery({ query: AgreementStartDocument, variables: { proposalId: proposalId ?? null, matchId: matchId ?? null }, requestPolicy: 'cache-and-network' });
  const [open, setOpen] = useState(false);
  const start = data?.agreementStart;
  if (!start || (!start.viewerMay && start.agreements.length === 0)) return null;
  return (
    <Panel>
      <Section title={<Trans>Thỏa thuận</Trans>}>
        {start.agreements.length > 0 && (
          <ul>
            {start.agreements.map(({ id, number, status }) => (
              <li key={id}>
                <Link to="/thoa-thuan-cua-toi/$id" params={{ id }}>
                  <Trans>Thỏa thuận {number}</Trans>
                </Link>{' '}
                <AgreementStatusTag status={status} />
              </li>
            ))}
          </ul>
        )}
        {start.viewerMay && (
          <>
            <Soft>
              <Trans>Chọn loại, hệ thống soạn sẵn bản tiếng Việt và tiếng Anh với thông tin hai bên. Bên kia chỉ thấy khi bạn gửi.</Trans>
            </Soft>
            <Row>
              <Button tone="primary" onClick={() => setOpen(true)}>
                <Trans>Soạn thỏa thuận</Trans>
              </Button>
            </Row>
          </>
        )}
      </Section>
      <Dialog open={open} title={<Trans>Soạn thỏa thuận</Trans>} onClose={() => setOpen(false)}>
        <Form proposalId={proposalId} matchId={matchId} />
      </Dialog>
    </Panel>
  );
}

function Form({ proposalId, matchId }: { proposalId: string | undefined; matchId: string | undefined }) {
  const { t, i18n } = useLingui();
  const navigate = useNavigate();
  const errors = useServerErrors();
  const [attempt, setAttempt] = useState(0);
  const [clientKey] = useState(() => crypto.randomUUID());
  const [kind, setKind] = useState<AgreementKind>('MEMORANDUM');
  const [contractType, setContractType] = useState<ContractType>('BOT');
  const [startsOn, setStartsOn] = useState('');
  const [months, setMonths] = useState('12');
  const [value, setValue] = useState('');
  const [creating, create] = useMutation(CreateAgreementDocument);
  const amount = parseMoney(value);
  const submit = async () => {
    errors.clear();
    if (startsOn === '' || !/^\d{1,3}$/.test(months.trim())) {
      errors.say([...(startsOn === '' ? [{ field: 'startsOn', message: t`Hãy chọn ngày bắt đầu.` }] : []), ...(/^\d{1,3}$/.test(months.trim()) ? [] : [{ field: 'months', message: t`Hãy viết số tháng, ví dụ 12.` }])]);
      setAttempt((count) => count + 1);
      return;
    }
    const { data, error } = await create({
      input: {
        clientKey,
        proposalId: proposalId ?? null,
        matchId: matchId ?? null,
        kind,
        contractType: kind === 'PPP_PREPARATION' ? contractType : null,
        startsOn,
        months: Number(months),
        value: amount ?? null,
      },
    });
    if (error) {
      errors.refuse(error);
      setAttempt((count) => count + 1);
      return;
    }
    announce(t`Đã soạn thỏa thuận`);
    if (data) void navigate({ to: '/thoa-thuan-cua-toi/$id', params: { id: data.createAgreement.agreement.id } });
  };
  return (
    <Stack>
      <ErrorSummary items={errors.items} attempt={attempt} />
      <SelectField id="kind" label={<Trans>Loại</Trans>} value={kind} error={errors.messageOf('kind')} onChange={(event) => setKind(event.target.value as AgreementKind)}>
        {valuesOf(agreementKindLabels).map((one) => (
          <option key={one} value={one}>
            {i18n._(agreementKindLabels[one])}
          </option>
        ))}
      </SelectField>
      {kind === 'PPP_PREPARATION' && (
        <SelectField id="contractType" label={<Trans>Loại hợp đồng dự kiến</Trans>} value={contractType} error={errors.messageOf('contractType')} onChange={(event) => setContractType(event.target.value as ContractType)}>
          {valuesOf(contractTypeLabels).map((one) => (
            <option key={one} value={one}>
              {i18n._(contractTypeLabels[one])}
            </option>
          ))}
        </SelectField>
      )}
      <div className={styles['facts']}>
        <TextField id="startsOn" type="date" label={<Trans>Ngày bắt đầu</Trans>} value={startsOn} error={errors.messageOf('startsOn')} onChange={(event) => setStartsOn(event.target.value)} />
        <TextField id="months" inputMode="numeric" label={<Trans>Thời hạn (tháng)</Trans>} value={months} error={errors.messageOf('months')} onChange={(event) => setMonths(event.target.value)} />
      </div>
      <TextField
        id="value"
        optional
        label={<Trans>Giá trị</Trans>}
        hint={amount ? moneyInWords(amount) : <Trans>Ví dụ: 1 tỷ 250 triệu</Trans>}
        value={value}
        error={amount === undefined ? t`Chưa đọc được số tiền này. Hãy viết như: 5 tỷ, 1 tỷ 250 triệu, 750.000.000` : errors.messageOf('value')}
        onChange={(event) => setValue(event.target.value)}
      />
      <Row>
        <Button tone="primary" busy={creating.fetching} disabled={amount === undefined} onClick={submit}>
          <Trans>Soạn bản nháp</Trans>
        </Button>
      </Row>
    </Stack>
  );
}
