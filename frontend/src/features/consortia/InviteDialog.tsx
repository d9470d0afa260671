import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { useServerErrors } from '@/app/useServerErrors';
import { localized } from '@/i18n/bilingual';
import { organizationKindLabels } from '@/i18n/labels';
import { announce } from '@/ui/Announcer';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { ErrorSummary } from '@/ui/ErrorSummary';
import { Option, OptionGroup, TextField } from '@/ui/Field';
import { Stack } from '@/ui/Page';
import { Row, Soft } from '@/ui/Panel';
import { InviteToProposalDocument, OrganizationsToInviteDocument } from './consortia.gql';

interface Props {
  proposalId: string;
  open: boolean;
  onClose: () => void;
}

export function InviteDialog(props: Props) {
  return (
    <Dialog open={props.open} title={<Trans>Mời thành viên liên danh</Trans>} onClose={props.onClose}>
      <Body {...props} />
    </Dialog>
  );
}

function Body({ proposalId, onClose }: Props) {
  const { t, i18n } = useLingui();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const [role, setRole] = useState('');
  const [share, setShare] = useState('');
  const [attempt, setAttempt] = useState(0);
  const [clientKey, setClientKey] = useState(() => crypto.randomUUID());
  const [state, invite] = useMutation(InviteToProposalDocument);
  const errors = useServerErrors();
  const query = typed.trim();
  const [{ data, fetching }] = useQuery({ query: OrganizationsToInviteDocument, variables: { query }, pause: query.length < 2 });
  const found = query.length < 2 ? [] : (data?.organizations.nodes ?? []).filter(({ postsOffers }) => postsOffers);

  const send = async () => {
    errors.clear();
    setAttempt((count) => count + 1);
    if (!chosen) return;
    const sharePercent = share.trim() === '' ? null : Number.parseInt(share, 10);
    const { error } = await invite({ input: { clientKey, proposalId, organizationId: chosen, role, sharePercent: Number.isNaN(sharePercent) ? 0 : sharePercent } });
    // What was refused is another question next time.
    setClientKey(crypto.randomUUID());
    if (error) return errors.refuse(error);
    announce(t`Đã gửi lời mời`);
    onClose();
  };

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Stack>
        <ErrorSummary items={errors.items} attempt={attempt} />
        <TextField
          id="invite.query"
          type="search"
          label={<Trans>Tìm tổ chức</Trans>}
          hint={<Trans>Tên hoặc mã số thuế; viết không dấu cũng được.</Trans>}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        {query.length >= 2 && (
          <OptionGroup id="organizationId" label={<Trans>Tổ chức được mời</Trans>} error={errors.messageOf('organizationId') ?? (attempt > 0 && !chosen ? t`Hãy chọn một tổ chức.` : undefined)}>
            {found.map((one) => (
              <Option key={one.id} type="radio" name="organization" checked={chosen === one.id} onChange={() => setChosen(one.id)}>
                {localized(one.legalName).text} · {i18n._(organizationKindLabels[one.kind])}
              </Option>
            ))}
            {found.length === 0 && !fetching && (
              <Soft>
                <Trans>Không có doanh nghiệp, viện, trường nào khớp. Hãy thử từ khác.</Trans>
              </Soft>
            )}
          </OptionGroup>
        )}
        <TextField id="role" label={<Trans>Phần việc</Trans>} hint={<Trans>Ví dụ: cung cấp cảm biến và bảo trì.</Trans>} value={role} onChange={(event) => setRole(event.target.value)} error={errors.messageOf('role')} />
        <TextField
          id="sharePercent"
          inputMode="numeric"
          optional
          label={<Trans>Tỷ lệ công việc (%)</Trans>}
          value={share}
          onChange={(event) => setShare(event.target.value)}
          error={errors.messageOf('sharePercent')}
        />
        <Row>
          <Button type="submit" tone="primary" busy={state.fetching}>
            <Trans>Gửi lời mời</Trans>
          </Button>
        </Row>
      </Stack>
    </form>
  );
}
