import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type FormEvent } from 'react';
import { useMutation } from 'urql';
import { hasCode } from '@/app/errors';
import { OutcomeNotice, useOutcome } from '@/features/account';
import { NoLetter } from '@/features/recovery';
import { apiLocale } from '@/i18n/locale';
import { Button, LinkButton } from '@/ui/Button';
import { TextField } from '@/ui/Field';
import { Lead, Page, PageHead, Stack } from '@/ui/Page';
import { PageHeading, expectFocusOnHeading } from '@/ui/PageHeading';
import { Panel, Row } from '@/ui/Panel';
import { RegisterByInvitationDocument } from './invitations.gql';

/** Nobody is signed in: the letter's reader has an account, or makes one by a letter that proves the address. */
export function Arrival({ id }: { id: string }) {
  const { t } = useLingui();
  const outcome = useOutcome();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [sentTo, setSentTo] = useState<string | null>(null);
  const [clientKey, setClientKey] = useState(() => crypto.randomUUID());
  const [{ fetching }, request] = useMutation(RegisterByInvitationDocument);

  const send = async () => {
    const { data, error } = await request({
      input: { clientKey, email: email.trim(), name: name.normalize('NFC').trim(), locale: apiLocale, invitationId: id, newOrganization: null, organizationId: null },
    });
    // What is sent next is another request.
    if (data || error?.graphQLErrors.length) setClientKey(crypto.randomUUID());
    if (data) setSentTo(data.requestRegistration.email);
    return error ?? null;
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const missing = [
      ...(name.trim() === '' ? [{ field: 'name', message: t`Hãy nhập họ và tên` }] : []),
      ...(email.trim() === '' ? [{ field: 'email', message: t`Hãy nhập thư điện tử` }] : []),
    ];
    if (missing.length > 0) return outcome.remark(...missing);
    const error = await send();
    if (!error) {
      expectFocusOnHeading();
      outcome.clear();
    } else if (hasCode(error, 'NOT_FOUND')) {
      outcome.remark({ field: 'email', message: t`Lời mời không dành cho địa chỉ này, hoặc không còn hiệu lực. Hãy dùng đúng địa chỉ đã nhận thư, hoặc nhờ tổ chức gửi lại.` });
    } else outcome.refuse(error);
  };

  if (sentTo !== null) {
    return (
      <Page narrow>
        <PageHead>
          <PageHeading key="sent" title={t`Kiểm tra hộp thư`}>
            <Trans>Kiểm tra hộp thư</Trans>
          </PageHeading>
          <Lead>
            <Trans>
              Một thư đang đến <strong>{sentTo}</strong>. Hãy mở liên kết trong thư để đặt mật khẩu; xong là bạn thuộc tổ chức đã mời.
            </Trans>
          </Lead>
        </PageHead>
        <NoLetter onAgain={send} onOtherAddress={() => setSentTo(null)}>
          <li>
            <Trans>Nếu địa chỉ này đã có tài khoản, thư sẽ nói như vậy: hãy đăng nhập để trả lời lời mời.</Trans>
          </li>
        </NoLetter>
      </Page>
    );
  }
  return (
    <Page narrow>
      <PageHead>
        <PageHeading key="arrival" title={t`Lời mời`}>
          <Trans>Bạn được mời tham gia một tổ chức</Trans>
        </PageHeading>
        <Lead>
          <Trans>Để xem ai mời và trả lời, hãy cho biết bạn là ai. Chỉ người có địa chỉ đã nhận thư mới mở được lời mời.</Trans>
        </Lead>
      </PageHead>
      <Stack>
        <Panel>
          <h2>
            <Trans>Bạn đã có tài khoản</Trans>
          </h2>
          <Row>
            <LinkButton to="/dang-nhap" search={{ tiep: `/loi-moi/${id}` }} tone="primary">
              <Trans>Đăng nhập để trả lời</Trans>
            </LinkButton>
          </Row>
        </Panel>
        <Panel>
          <h2>
            <Trans>Bạn chưa có tài khoản</Trans>
          </h2>
          <form onSubmit={(event) => void submit(event)} noValidate>
            <Stack>
              <OutcomeNotice outcome={outcome} />
              <TextField
                id="name"
                label={<Trans>Họ và tên</Trans>}
                hint={<Trans>Như người khác sẽ đọc thấy.</Trans>}
                autoComplete="name"
                value={name}
                onChange={(event) => setName(event.target.value)}
                error={outcome.messageOf('name')}
              />
              <TextField
                id="email"
                type="email"
                label={<Trans>Thư điện tử</Trans>}
                hint={<Trans>Đúng địa chỉ đã nhận thư mời.</Trans>}
                autoComplete="email"
                spellCheck={false}
                value={email}
                onChange={(event) => setEmail(event.target.value)}
                error={outcome.messageOf('email')}
              />
              <div>
                <Button type="submit" tone="primary" busy={fetching}>
                  {fetching ? <Trans>Đang gửi…</Trans> : <Trans>Gửi thư xác nhận</Trans>}
                </Button>
              </div>
            </Stack>
          </form>
        </Panel>
      </Stack>
    </Page>
  );
}
