import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type FormEvent } from 'react';
import { useMutation } from 'urql';
import { appError, describe } from '@/app/errors';
import { useViewer } from '@/app/SessionProvider';
import { CopyButton, useConfirmedMutation } from '@/features/credentials';
import type { AccessTokenScope } from '@/graphql-types';
import { accessTokenScopeLabels } from '@/i18n/accountLabels';
import { formatDate, formatDateTime } from '@/i18n/format';
import { valuesOf } from '@/i18n/labels';
import { Button } from '@/ui/Button';
import { Option, OptionGroup, TextField } from '@/ui/Field';
import { Icon } from '@/ui/Icon';
import { Notice, Row, Soft } from '@/ui/Panel';
import { ReasonDialog } from '@/ui/ReasonDialog';
import { Tag } from '@/ui/Tag';
import styles from './Account.module.css';
import { CreateAccessTokenDocument, RevokeAccessTokenDocument, type AccountTokensFragment } from './account.gql';
import { dayAfter, endOf, longestDays } from './expiry';
import { AccountSection, Disclosure, Owned, OwnedList, OutcomeNotice } from './parts';
import { useOutcome, type Outcome } from './useOutcome';

type Token = NonNullable<AccountTokensFragment['accessTokens']>[number];

export function TokenSection({ tokens }: { tokens: Token[] }) {
  const { t, i18n } = useLingui();
  const outcome = useOutcome();
  const [open, setOpen] = useState(false);
  const [made, setMade] = useState<{ name: string; secret: string } | null>(null);
  const [revoking, setRevoking] = useState<Token | null>(null);
  const [openedAt] = useState(Date.now);
  const [, revoke] = useMutation(RevokeAccessTokenDocument);

  return (
    <AccountSection id="chuong-trinh" title={<Trans>Mã truy cập cho chương trình</Trans>}>
      <p>
        <Trans>Cho phép một chương trình của bạn làm việc thay bạn qua API, với đúng những quyền bạn chọn. Không mã nào đổi được tài khoản của bạn.</Trans>
      </p>
      <OutcomeNotice outcome={outcome} prefix="token." />
      {made && (
        <Notice tone="warning">
          <p>
            <Trans>
              Mã <strong>{made.name}</strong> chỉ hiện một lần, ngay lúc này. Hãy chép và cất nó; ai có mã này làm được những việc bạn đã cho phép.
            </Trans>
          </p>
          <code className={styles['secret']}>{made.secret}</code>
          <Row>
            <CopyButton text={made.secret} />
            <Button tone="quiet" onClick={() => setMade(null)}>
              <Trans>Tôi đã cất mã này</Trans>
            </Button>
          </Row>
        </Notice>
      )}
      {tokens.length > 0 && (
        <OwnedList label={t`Mã truy cập cho chương trình`}>
          {tokens.map((token) => (
            <Owned
              key={token.id}
              name={
                <>
                  <Icon name="key" />
                  {token.name}
                  {Date.parse(token.expiresAt) <= openedAt && (
                    <Tag tone="neutral" icon="clock">
                      <Trans>Hết hạn</Trans>
                    </Tag>
                  )}
                </>
              }
              actions={
                <Button tone="danger" onClick={() => setRevoking(token)}>
                  <Trans>
                    Thu hồi<span className="visually-hidden"> {token.name}</span>
                  </Trans>
                </Button>
              }
            >
              <Soft>
                {token.scopes.map((scope) => i18n._(accessTokenScopeLabels[scope])).join(' · ')}
                <br />
                <Trans>Đến hết {formatDate(token.expiresAt)}</Trans>
                {' · '}
                {token.lastUsedAt ? <Trans>dùng lần cuối {formatDateTime(token.lastUsedAt)}</Trans> : <Trans>chưa dùng lần nào</Trans>}
              </Soft>
            </Owned>
          ))}
        </OwnedList>
      )}
      <Disclosure open={open} onToggle={() => setOpen(!open)} label={<Trans>Tạo mã truy cập</Trans>} close={<Trans>Đóng lại</Trans>}>
        <CreateToken
          outcome={outcome}
          now={openedAt}
          onMade={(token) => {
            outcome.clear();
            setOpen(false);
            setMade(token);
          }}
        />
      </Disclosure>
      <ReasonDialog
        open={revoking !== null}
        title={<Trans>Thu hồi mã truy cập?</Trans>}
        action={<Trans>Thu hồi mã</Trans>}
        tone="danger"
        onClose={() => setRevoking(null)}
        onConfirm={async () => {
          const { error } = await revoke({ input: { accessTokenId: revoking?.id ?? '' } });
          if (error) return describe(appError(error), i18n);
          setRevoking(null);
          outcome.succeed(t`Đã thu hồi mã truy cập.`);
          return null;
        }}
      >
        <p>
          <Trans>
            Chương trình đang dùng mã <strong>{revoking?.name}</strong> sẽ bị từ chối ngay. Không khôi phục được.
          </Trans>
        </p>
      </ReasonDialog>
    </AccountSection>
  );
}

interface CreateProps {
  outcome: Outcome;
  now: number;
  onMade: (token: { name: string; secret: string }) => void;
}

function CreateToken({ outcome, now, onMade }: CreateProps) {
  const { t, i18n } = useLingui();
  const { staffRole } = useViewer();
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<AccessTokenScope[]>(['READ']);
  const [date, setDate] = useState(() => dayAfter(90, now));
  const [{ fetching }, create] = useConfirmedMutation(CreateAccessTokenDocument);
  const offered = valuesOf(accessTokenScopeLabels).filter((scope) => scope !== 'MODERATE' || staffRole !== null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const expiresAt = endOf(date);
    const missing = [
      ...(name.trim() === '' ? [{ field: 'name', message: t`Hãy đặt tên để nhận ra mã này sau này` }] : []),
      ...(scopes.length === 0 ? [{ field: 'scopes', message: t`Hãy chọn ít nhất một quyền` }] : []),
      ...(expiresAt === null ? [{ field: 'expiresAt', message: t`Hãy chọn ngày hết hạn` }] : []),
    ];
    if (missing.length > 0 || expiresAt === null) return outcome.remark(...missing);
    const { data, error } = await create({ input: { name: name.trim(), scopes, expiresAt } });
    if (error) outcome.refuse(error);
    else if (data) onMade({ name: data.createAccessToken.accessToken.name, secret: data.createAccessToken.secret });
  };

  return (
    <form className={styles['form']} onSubmit={(event) => void submit(event)} noValidate>
      <TextField
        id="token.name"
        label={<Trans>Tên của mã</Trans>}
        hint={<Trans>Chương trình nào dùng mã này. Ví dụ: Báo cáo hằng tuần</Trans>}
        autoComplete="off"
        value={name}
        onChange={(event) => setName(event.target.value)}
        error={outcome.messageOf('name')}
      />
      <OptionGroup id="token.scopes" label={<Trans>Chương trình được làm gì</Trans>} error={outcome.messageOf('scopes')}>
        {offered.map((scope) => (
          <Option
            key={scope}
            type="checkbox"
            checked={scopes.includes(scope)}
            onChange={(event) => setScopes(event.target.checked ? [...scopes, scope] : scopes.filter((chosen) => chosen !== scope))}
          >
            {i18n._(accessTokenScopeLabels[scope])}
          </Option>
        ))}
      </OptionGroup>
      <TextField
        id="token.expiresAt"
        type="date"
        label={<Trans>Dùng được đến hết ngày</Trans>}
        hint={<Trans>Lâu nhất một năm. Ngắn hơn thì an toàn hơn.</Trans>}
        min={dayAfter(0, now)}
        max={dayAfter(longestDays, now)}
        value={date}
        onChange={(event) => setDate(event.target.value)}
        error={outcome.messageOf('expiresAt')}
      />
      <div>
        <Button type="submit" tone="primary" busy={fetching}>
          {fetching ? <Trans>Đang tạo…</Trans> : <Trans>Tạo mã</Trans>}
        </Button>
      </div>
    </form>
  );
}
