import { Trans, useLingui } from '@lingui/react/macro';
import { Link, Navigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import { Answer } from '@/app/Answer';
import { NotFoundPage } from '@/app/NotFoundPage';
import { isAbsent } from '@/app/errors';
import { DomainTags } from '@/features/catalogue';
import { Conduct, SuspendedNotice } from '@/features/conduct';
import { NeedCard } from '@/features/needs';
import { OfferCard } from '@/features/offers';
import { CertificateList, OrganizationBadges, ReferenceList } from '@/features/portfolio';
import { localized } from '@/i18n/bilingual';
import { CardGrid } from '@/ui/Card';
import { Demonstration } from '@/ui/Demonstration';
import { LoadMore } from '@/ui/LoadMore';
import { Badges, Lead, Page, PageHead, Paragraphs, Section, Stack } from '@/ui/Page';
import { PageHeading } from '@/ui/PageHeading';
import { Skeleton } from '@/ui/Skeleton';
import { VerificationTag } from '@/ui/StatusTag';
import { TranslationNote } from '@/ui/TranslationNote';
import { Doings } from './Doings';
import { OrganizationFacts } from './OrganizationFacts';
import { OrganizationDocument, type OrganizationQuery } from './organizations.gql';

export type Organization = NonNullable<OrganizationQuery['organization']>;

export function OrganizationPage({ id }: { id: string }) {
  const [needsAfter, setNeedsAfter] = useState<string | null>(null);
  const [offersAfter, setOffersAfter] = useState<string | null>(null);
  const [result, retry] = useQuery({ query: OrganizationDocument, variables: { id, needsAfter, offersAfter } });
  if (isAbsent(result) || result.data?.organization === null) return <NotFoundPage />;
  // It became part of another one, whose page this is now.
  const other = result.data?.organization?.id;
  if (other && other !== id && !result.stale) return <Navigate to="/to-chuc/$id" params={{ id: other }} replace />;
  return (
    <Page>
      <Answer result={result} retry={retry} skeleton={<Skeleton blocks={['1.5rem', '7rem', '22rem']} />}>
        {({ organization }) =>
          organization && (
            <Stack>
              <Profile organization={organization} />
              <OrganizationBadges organization={organization} />
              <Doings organization={organization} />
              <Shown organization={organization} />
              {organization.needs.totalCount > 0 && (
                <Section title={<Trans>Nhu cầu đã đăng</Trans>}>
                  <CardGrid>
                    {organization.needs.nodes.map((need) => (
                      <li key={need.id}>
                        <NeedCard need={need} heading="h3" />
                      </li>
                    ))}
                  </CardGrid>
                  <LoadMore
                    shown={organization.needs.nodes.length}
                    total={organization.needs.totalCount}
                    hasMore={organization.needs.pageInfo.hasNextPage}
                    busy={result.fetching}
                    onMore={() => setNeedsAfter(organization.needs.pageInfo.endCursor)}
                  />
                </Section>
              )}
              {organization.offers.totalCount > 0 && (
                <Section title={<Trans>Giải pháp đã đăng</Trans>}>
                  <CardGrid>
                    {organization.offers.nodes.map((offer) => (
                      <li key={offer.id}>
                        <OfferCard offer={offer} heading="h3" />
                      </li>
                    ))}
                  </CardGrid>
                  <LoadMore
                    shown={organization.offers.nodes.length}
                    total={organization.offers.totalCount}
                    hasMore={organization.offers.pageInfo.hasNextPage}
                    busy={result.fetching}
                    onMore={() => setOffersAfter(organization.offers.pageInfo.endCursor)}
                  />
                </Section>
              )}
              <Conduct what="organization" id={organization.id} owner={organization.id} suspendedAt={organization.suspendedAt} />
            </Stack>
          )
        }
      </Answer>
    </Page>
  );
}

function Profile({ organization }: { organization: Organization }) {
  const { t } = useLingui();
  const name = localized(organization.legalName);
  const summary = localized(organization.summary);
  return (
    <div>
      <nav aria-label={t`Đường dẫn`} className="no-print">
        <Link to="/to-chuc">
          <Trans>Tổ chức</Trans>
        </Link>
      </nav>
      <SuspendedNotice suspendedAt={organization.suspendedAt} decision={organization.suspension?.id} owner={organization.id} />
      <PageHead>
        <Badges>
          <VerificationTag status={organization.verification} />
          {organization.demonstration && <Demonstration />}
          <TranslationNote of={name} />
        </Badges>
        <PageHeading title={name.text} lang={name.lang}>
          {name.text}
        </PageHeading>
        {summary.text && <Lead lang={summary.lang}>{summary.text}</Lead>}
      </PageHead>
      <OrganizationFacts organization={organization} />
    </div>
  );
}

/** What it is able to do, what proves that, and for whom it has done it. */
function Shown({ organization }: { organization: Organization }) {
  const { certificates, references, domains } = organization;
  const capabilities = localized(organization.capabilities);
  return (
    <>
      {(capabilities.text || domains.length > 0) && (
        <Section title={<Trans>Năng lực</Trans>}>
          <DomainTags domains={domains} />
          {capabilities.text && <Paragraphs text={capabilities.text} lang={capabilities.lang} />}
          <div>
            <TranslationNote of={capabilities} />
          </div>
        </Section>
      )}
      {certificates.length > 0 && (
        <Section title={<Trans>Chứng chỉ</Trans>}>
          <CertificateList certificates={certificates} />
        </Section>
      )}
      {references.length > 0 && (
        <Section title={<Trans>Việc đã làm</Trans>}>
          <ReferenceList references={references} />
        </Section>
      )}
    </>
  );
}
