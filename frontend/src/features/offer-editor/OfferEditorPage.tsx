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
import { OfferStatusTag } from '@/ui/StatusTag';
import { OfferEditor } from './OfferEditor';
import { OfferToEditDocument } from './offer-editor.gql';

const outline = <Skeleton blocks={['2.75rem', '1.5rem', '10rem', '10rem', '6rem']} />;

interface Props {
  /** Absent: a new one. */
  id: string | undefined;
  reviewing: boolean;
}

/** Stays mounted when a new draft gets its address, so that the typing goes on. */
export function OfferEditorPage({ id, reviewing }: Props) {
  const navigate = useNavigate();
  const [made, setMade] = useState<string>();
  const opened = id === made ? undefined : id;
  const onMade = (offerId: string) => {
    setMade(offerId);
    void navigate({ to: '/giai-phap-cua-toi/$id/soan', params: { id: offerId }, search: {}, replace: true, resetScroll: false });
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
  return opened ? <StoredOffer key={opened} id={opened} {...common} /> : <NewOffer {...common} />;
}

interface Common {
  choices: EditingChoices;
  reviewing: boolean;
  onMade: (id: string) => void;
}

function NewOffer(common: Common) {
  const { t } = useLingui();
  const { result, retry, postingOffers } = useMyOrganizations();
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
  const organization = chosen ?? (postingOffers.length === 1 ? postingOffers[0] : undefined);
  if (organization) {
    return <OfferEditor organization={{ id: organization.id, name: localized(organization.legalName).text }} stored={null} {...common} />;
  }
  if (postingOffers.length === 0) {
    return (
      <Forbidden>
        <Trans>Giải pháp do người của doanh nghiệp, viện, trường, tổ chức tư vấn đăng. Người chủ quản của tổ chức bạn trên i-Forum có thể chấp thuận bạn; nếu tổ chức chưa có tài khoản, hãy đăng ký tổ chức.</Trans>
      </Forbidden>
    );
  }
  return (
    <Page narrow>
      <PageHead>
        <PageHeading title={t`Đăng giải pháp`}>
          <Trans>Đăng giải pháp của tổ chức nào?</Trans>
        </PageHeading>
      </PageHead>
      <Stack>
        <OptionGroup id="organization" label={<Trans>Tổ chức</Trans>}>
          {postingOffers.map((one) => (
            <Option key={one.id} type="radio" name="organization" checked={marked === one.id} onChange={() => setMarked(one.id)}>
              {localized(one.legalName).text}
            </Option>
          ))}
        </OptionGroup>
        <div>
          <Button tone="primary" onClick={() => setChosen(postingOffers.find((one) => one.id === marked) ?? null)}>
            <Trans>Tiếp tục</Trans>
          </Button>
        </div>
      </Stack>
    </Page>
  );
}

function StoredOffer({ id, ...common }: Common & { id: string }) {
  const { t } = useLingui();
  const [result, retry] = useQuery({ query: OfferToEditDocument, variables: { id }, requestPolicy: 'network-only' });
  // The first answer is what the form starts from; later ones must not replace what is typed.
  const [start, setStart] = useState(result.data);
  if (!start && result.data && !result.stale && !result.fetching) setStart(result.data);
  if (!start && isAbsent(result)) setStart({ offer: null });
  if (!start) {
    return (
      <Page>
        <Answer result={{ ...result, data: undefined }} retry={retry} skeleton={outline}>
          {() => null}
        </Answer>
      </Page>
    );
  }
  const { offer } = start;
  if (offer?.viewerCan.includes('EDIT')) {
    return <OfferEditor organization={{ id: offer.organization.id, name: localized(offer.organization.legalName).text }} stored={offer} {...common} />;
  }
  return (
    <Page narrow>
      <PageHead>
        <PageHeading title={t`Không sửa được`}>{offer ? <Trans>Giải pháp này không còn là bản nháp</Trans> : <Trans>Không tìm thấy giải pháp này</Trans>}</PageHeading>
      </PageHead>
      <EmptyState
        title={offer ? <OfferStatusTag status={offer.status} /> : <Trans>Có thể bạn không thuộc tổ chức đăng</Trans>}
        action={
          <LinkButton to="/giai-phap-cua-toi" tone="primary">
            <Trans>Giải pháp của tôi</Trans>
          </LinkButton>
        }
      >
        {offer ? (
          <Trans>Chỉ sửa được bản nháp, giải pháp bị trả lại hoặc đã hết hạn. Khi đang chờ duyệt, hãy đợi ý kiến của Liên minh.</Trans>
        ) : (
          <Trans>Bản nháp chỉ người trong tổ chức đọc được. Người chủ quản của tổ chức có thể chấp thuận bạn.</Trans>
        )}
      </EmptyState>
    </Page>
  );
}
