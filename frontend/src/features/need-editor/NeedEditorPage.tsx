import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import { Answer } from '@/app/Answer';
import { isAbsent } from '@/app/errors';
import { useMyOrganizations, type MyOrganization } from '@/app/membership';
import { EditingChoicesDocument, type EditingChoices } from '@/features/editing';
import { localized } from '@/i18n/bilingual';
import { Button, LinkButton } from '@/ui/Button';
import { EmptyState } from '@/ui/EmptyState';
import { Option, OptionGroup } from '@/ui/Field';
import { Forbidden } from '@/ui/Forbidden';
import { Page, PageHead, Stack } from '@/ui/Page';
import { PageHeading } from '@/ui/PageHeading';
import { Skeleton } from '@/ui/Skeleton';
import { NeedStatusTag } from '@/ui/StatusTag';
import { NeedEditor } from './NeedEditor';
import { NeedToEditDocument } from './need-editor.gql';

const outline = <Skeleton blocks={['2.75rem', '1.5rem', '10rem', '10rem', '6rem']} />;

interface Props {
  /** Absent: a new one. */
  id: string | undefined;
  reviewing: boolean;
}

/** Stays mounted when a new draft gets its address, so that the typing goes on. */
export function NeedEditorPage({ id, reviewing }: Props) {
  const navigate = useNavigate();
  const [made, setMade] = useState<string>();
  const opened = id === made ? undefined : id;
  const onMade = (needId: string) => {
    setMade(needId);
    void navigate({ to: '/co-quan/nhu-cau/$id/soan', params: { id: needId }, search: {}, replace: true, resetScroll: false });
  };
  const [choices, retry] = useQuery({ query: EditingChoicesDocument });
  if (!choices.data) {
    return (
      <Page>
        <Answer result={choices} retry={retry} skeleton={outline}>
          {() => null}
        </Answer>
      </Page>
    );
  }
  const common = { choices: choices.data, reviewing, onMade };
  return opened ? <StoredNeed key={opened} id={opened} {...common} /> : <NewNeed {...common} />;
}

interface Common {
  choices: EditingChoices;
  reviewing: boolean;
  onMade: (id: string) => void;
}

function NewNeed(common: Common) {
  const { t } = useLingui();
  const { result, retry, postingNeeds } = useMyOrganizations();
  const [chosen, setChosen] = useState<MyOrganization | null>(null);
  const [marked, setMarked] = useState<string>();
  if (!result.data) {
    return (
      <Page>
        <Answer result={result} retry={retry} skeleton={outline}>
          {() => null}
        </Answer>
      </Page>
    );
  }
  const organization = chosen ?? (postingNeeds.length === 1 ? postingNeeds[0] : undefined);
  if (organization) {
    return <NeedEditor organization={{ id: organization.id, name: localized(organization.legalName).text }} stored={null} {...common} />;
  }
  if (postingNeeds.length === 0) {
    return (
      <Forbidden>
        <Trans>
          Nhu cầu do người của cơ quan, địa phương hoặc chủ đầu tư khu công nghiệp đăng. Nếu bạn thuộc một cơ quan như vậy, người chủ quản của cơ quan trên i-Forum chấp
          thuận bạn; nếu cơ quan chưa có tài khoản, hãy đăng ký cơ quan.
        </Trans>
      </Forbidden>
    );
  }
  return (
    <Page narrow>
      <PageHead>
        <PageHeading title={t`Đăng nhu cầu`}>
          <Trans>Đăng nhu cầu của cơ quan nào?</Trans>
        </PageHeading>
      </PageHead>
      <Stack>
        <OptionGroup id="organization" label={<Trans>Cơ quan</Trans>}>
          {postingNeeds.map((one) => (
            <Option key={one.id} type="radio" name="organization" checked={marked === one.id} onChange={() => setMarked(one.id)}>
              {localized(one.legalName).text}
            </Option>
          ))}
        </OptionGroup>
        <div>
          <Button tone="primary" onClick={() => setChosen(postingNeeds.find((one) => one.id === marked) ?? null)}>
            <Trans>Tiếp tục</Trans>
          </Button>
        </div>
      </Stack>
    </Page>
  );
}

function StoredNeed({ id, ...common }: Common & { id: string }) {
  const { t } = useLingui();
  const [result, retry] = useQuery({ query: NeedToEditDocument, variables: { id }, requestPolicy: 'network-only' });
  // The first answer is what the form starts from; later ones must not replace what is typed.
  const [start, setStart] = useState(result.data);
  if (!start && result.data && !result.stale && !result.fetching) setStart(result.data);
  if (!start && isAbsent(result)) setStart({ need: null });
  if (!start) {
    return (
      <Page>
        <Answer result={{ ...result, data: undefined }} retry={retry} skeleton={outline}>
          {() => null}
        </Answer>
      </Page>
    );
  }
  const { need } = start;
  if (need?.viewerCan.includes('EDIT')) {
    return <NeedEditor organization={{ id: need.organization.id, name: localized(need.organization.legalName).text }} stored={need} {...common} />;
  }
  return (
    <Page narrow>
      <PageHead>
        <PageHeading title={t`Không sửa được`}>{need ? <Trans>Nhu cầu này không còn là bản nháp</Trans> : <Trans>Không tìm thấy nhu cầu này</Trans>}</PageHeading>
      </PageHead>
      <EmptyState
        title={need ? <NeedStatusTag status={need.status} /> : <Trans>Có thể bạn không thuộc cơ quan đăng</Trans>}
        action={
          <LinkButton to="/co-quan/nhu-cau" tone="primary">
            <Trans>Nhu cầu của cơ quan</Trans>
          </LinkButton>
        }
      >
        {need ? (
          <Trans>Chỉ sửa được bản nháp, nhu cầu được đề nghị chỉnh sửa hoặc đang tham vấn. Khi đang chờ duyệt, hãy đợi ý kiến của Liên minh.</Trans>
        ) : (
          <Trans>Bản nháp chỉ người trong cơ quan đọc được. Người chủ quản của cơ quan có thể chấp thuận bạn.</Trans>
        )}
      </EmptyState>
    </Page>
  );
}
