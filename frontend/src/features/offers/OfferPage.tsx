import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { Answer } from '@/app/Answer';
import { NotFoundPage } from '@/app/NotFoundPage';
import { isAbsent } from '@/app/errors';
import { useSession } from '@/app/SessionProvider';
import { DomainTags, PlaceText } from '@/features/catalogue';
import { Conduct, HiddenNotice } from '@/features/conduct';
import { localized } from '@/i18n/bilingual';
import { LinkButton } from '@/ui/Button';
import { Demonstration } from '@/ui/Demonstration';
import { Callout } from '@/ui/Callout';
import { Badges, Lead, Page, PageHead, Paragraphs, Section, Split } from '@/ui/Page';
import { PageHeading } from '@/ui/PageHeading';
import { Skeleton } from '@/ui/Skeleton';
import { OfferStatusTag } from '@/ui/StatusTag';
import { TranslationNote } from '@/ui/TranslationNote';
import { OfferFacts } from './OfferFacts';
import { OfferDocument, type OfferQuery } from './offers.gql';

export type Offer = NonNullable<OfferQuery['offer']>;

export function OfferPage({ id }: { id: string }) {
  const [result, retry] = useQuery({ query: OfferDocument, variables: { id } });
  if (isAbsent(result) || result.data?.offer === null) return <NotFoundPage />;
  return (
    <Page>
      <Answer result={result} retry={retry} skeleton={<Skeleton blocks={['1.5rem', '7rem', '22rem']} />}>
        {({ offer }) => offer && <Article offer={offer} />}
      </Answer>
    </Page>
  );
}

function Article({ offer }: { offer: Offer }) {
  const { t } = useLingui();
  const title = localized(offer.title);
  const summary = localized(offer.summary);
  const description = localized(offer.description);
  return (
    <article>
      <nav aria-label={t`Đường dẫn`} className="no-print">
        <Link to="/giai-phap">
          <Trans>Giải pháp</Trans>
        </Link>
      </nav>
      <HiddenNotice hiddenFor={offer.hiddenFor} decision={offer.hiddenBy?.id} owner={offer.organization.id} />
      <PageHead>
        <Badges>
          <OfferStatusTag status={offer.status} />
          {offer.demonstration && <Demonstration />}
          <TranslationNote of={title} />
        </Badges>
        <PageHeading title={title.text} lang={title.lang}>
          {title.text}
        </PageHeading>
        <Lead lang={summary.lang}>{summary.text}</Lead>
        <DomainTags domains={offer.domains} />
      </PageHead>
      <Split
        aside={
          <>
            <Contact />
            <Conduct what="offer" id={offer.id} owner={offer.organization.id} />
          </>
        }
      >
        <Section title={<Trans>Thông tin chính</Trans>}>
          <OfferFacts offer={offer} />
        </Section>
        {description.text && (
          <Section title={<Trans>Giải pháp làm gì</Trans>}>
            <TranslationNote of={description} />
            <Paragraphs text={description.text} lang={description.lang} />
          </Section>
        )}
        {offer.references.length > 0 && (
          <Section title={<Trans>Nơi đã triển khai</Trans>}>
            <ul>
              {offer.references.map(({ name, place, year }) => (
                <li key={`${name} ${place?.id} ${year}`}>
                  {name}
                  {place && (
                    <>
                      , <PlaceText place={place} full />
                    </>
                  )}
                  {year && ` (${year})`}
                </li>
              ))}
            </ul>
          </Section>
        )}
      </Split>
    </article>
  );
}

/** Contacts are never public: the way to a firm leads through a need and an introduction. */
function Contact() {
  const { viewer } = useSession();
  return (
    <Callout title={<Trans>Giải pháp này hợp với địa phương của bạn?</Trans>}>
      <p>
        <Trans>Hãy nêu nhu cầu. Hệ thống chấm độ phù hợp và giải thích từng điểm; Liên minh giới thiệu khi hai bên cùng đồng ý.</Trans>
      </p>
      {viewer ? (
        <LinkButton to="/ban-lam-viec" tone="primary">
          <Trans>Mở bàn làm việc</Trans>
        </LinkButton>
      ) : (
        <LinkButton to="/dang-ky" tone="primary">
          <Trans>Đăng ký tham gia</Trans>
        </LinkButton>
      )}
    </Callout>
  );
}
