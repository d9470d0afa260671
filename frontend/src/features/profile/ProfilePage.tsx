import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useMutation } from 'urql';
import { Answer } from '@/app/Answer';
import { useViewer } from '@/app/SessionProvider';
import { useMyOrganizations } from '@/app/membership';
import { session } from '@/app/transport';
import { useServerErrors } from '@/app/useServerErrors';
import type { Locale } from '@/graphql-types';
import { localized } from '@/i18n/bilingual';
import { localeLabels, membershipRoleLabels } from '@/i18n/accountLabels';
import { organizationKindLabels, valuesOf } from '@/i18n/labels';
import { membershipStatusLabels, staffRoleLabels } from '@/i18n/workLabels';
import { announce } from '@/ui/Announcer';
import { Button, LinkButton } from '@/ui/Button';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorSummary } from '@/ui/ErrorSummary';
import { Option, OptionGroup, TextField } from '@/ui/Field';
import { Lead, Page, PageHead, Section, Stack } from '@/ui/Page';
import { PageHeading } from '@/ui/PageHeading';
import { Notice, Panel, Row, Soft } from '@/ui/Panel';
import { VerificationTag } from '@/ui/StatusTag';
import { Tag } from '@/ui/Tag';
import { UpdateProfileDocument } from './profile.gql';

interface Values {
  name: string;
  locale: Locale;
}

export function ProfilePage() {
  const { t, i18n } = useLingui();
  const viewer = useViewer();
  return (
    <Page narrow>
      <PageHead>
        <PageHeading title={t`Hồ sơ`}>
          <Trans>Hồ sơ</Trans>
        </PageHeading>
        <Lead>
          {viewer.email}
          {viewer.staffRole && ` · ${i18n._(staffRoleLabels[viewer.staffRole])}`}
        </Lead>
      </PageHead>
      <Stack>
        <ProfileForm />
        <Section title={<Trans>Tổ chức của bạn</Trans>}>
          <Memberships />
          <Row>
            <LinkButton to="/to-chuc-cua-toi">
              <Trans>Mở tổ chức của tôi</Trans>
            </LinkButton>
          </Row>
        </Section>
        <Section title={<Trans>Hồ sơ chuyên gia</Trans>}>
          <p>
            <Trans>Chuyên môn, công bố, việc bạn nhận lời: để được mời đánh giá hoặc cùng làm dự án. Chỉ hiện khi bạn đồng ý.</Trans>
          </p>
          <Row>
            <LinkButton to="/ho-so-chuyen-gia">
              <Trans>Mở hồ sơ chuyên gia</Trans>
            </LinkButton>
          </Row>
        </Section>
        <Section title={<Trans>Tài khoản và bảo mật</Trans>}>
          <p>
            <Trans>Địa chỉ thư điện tử, mật khẩu, bước xác thực thứ hai, thiết bị đang đăng nhập và dữ liệu của bạn.</Trans>
          </p>
          <Row>
            <LinkButton to="/tai-khoan">
              <Trans>Mở tài khoản và bảo mật</Trans>
            </LinkButton>
            <LinkButton to="/dang-xuat" search={{}} tone="quiet">
              <Trans>Đăng xuất</Trans>
            </LinkButton>
          </Row>
        </Section>
      </Stack>
    </Page>
  );
}

function ProfileForm() {
  const { t, i18n } = useLingui();
  const viewer = useViewer();
  const server = useServerErrors();
  const [attempt, setAttempt] = useState(0);
  const [saved, setSaved] = useState(false);
  const [{ fetching }, update] = useMutation(UpdateProfileDocument);
  const { register, handleSubmit, formState } = useForm<Values>({ defaultValues: { name: viewer.name, locale: viewer.locale }, shouldFocusError: false });
  const own = formState.errors.name?.message;

  const submit = handleSubmit(
    async (values) => {
      server.clear();
      setSaved(false);
      const { data, error } = await update({ input: { name: values.name.trim(), locale: values.locale } });
      if (error) {
        server.refuse(error);
        setAttempt((count) => count + 1);
      } else if (data) {
        // The name and the language belong to the session too.
        void session.renew().catch(() => undefined);
        setSaved(true);
        announce(t`Đã lưu hồ sơ`);
      }
    },
    () => setAttempt((count) => count + 1),
  );

  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <ErrorSummary items={own ? [{ field: 'name', message: own }] : server.items} attempt={attempt} />
        {saved && (
          <Notice tone="positive">
            <p>
              <Trans>Đã lưu hồ sơ.</Trans>
            </p>
          </Notice>
        )}
        <TextField
          id="name"
          label={<Trans>Họ và tên</Trans>}
          autoComplete="name"
          error={own ?? server.messageOf('name')}
          {...register('name', { required: t`Hãy nhập họ và tên` })}
        />
        <OptionGroup id="locale" label={<Trans>Ngôn ngữ của thư điện tử</Trans>} error={server.messageOf('locale')}>
          {valuesOf(localeLabels).map((value) => (
            <Option key={value} type="radio" value={value} {...register('locale')}>
              {i18n._(localeLabels[value])}
            </Option>
          ))}
        </OptionGroup>
        <div>
          <Button type="submit" tone="primary" busy={fetching}>
            <Trans>Lưu hồ sơ</Trans>
          </Button>
        </div>
      </Stack>
    </form>
  );
}

function Memberships() {
  const { i18n } = useLingui();
  const { result, retry, memberships } = useMyOrganizations();
  return (
    <Answer result={result} retry={retry}>
      {() =>
        memberships.length === 0 ? (
          <EmptyState title={<Trans>Bạn chưa thuộc tổ chức nào</Trans>}>
            <Trans>Hãy xin tham gia tổ chức của bạn, hoặc khai tổ chức mới.</Trans>
          </EmptyState>
        ) : (
          <>
            {memberships.map(({ id, role, status, organization }) => (
              <Panel key={id}>
                <h3>
                  {status === 'ACTIVE' ? (
                    <Link to="/to-chuc-cua-toi/$id" params={{ id: organization.id }}>
                      {localized(organization.legalName).text}
                    </Link>
                  ) : (
                    localized(organization.legalName).text
                  )}
                </h3>
                <Soft>{i18n._(organizationKindLabels[organization.kind])}</Soft>
                <Row>
                  <Tag tone="accent">{i18n._(membershipRoleLabels[role])}</Tag>
                  <Tag tone={status === 'ACTIVE' ? 'positive' : 'warning'} icon={status === 'ACTIVE' ? 'check' : 'clock'}>
                    {i18n._(membershipStatusLabels[status])}
                  </Tag>
                  <VerificationTag status={organization.verification} />
                </Row>
              </Panel>
            ))}
          </>
        )
      }
    </Answer>
  );
}
