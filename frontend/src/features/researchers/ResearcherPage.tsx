import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { Answer } from '@/app/Answer';
import { NotFoundPage } from '@/app/NotFoundPage';
import { isAbsent } from '@/app/errors';
import { useSession } from '@/app/SessionProvider';
import { DomainTags } from '@/features/catalogue';
import { WebLink } from '@/features/portfolio';
import { localized } from '@/i18n/bilingual';
import { formatDate, formatList } from '@/i18n/format';
import { languageName } from '@/i18n/languages';
import { LinkButton } from '@/ui/Button';
import { Callout } from '@/ui/Callout';
import { Demonstration } from '@/ui/Demonstration';
import { Badges, Lead, Page, PageHead, Paragraphs, Section, Stack } from '@/ui/Page';
import { PageHeading } from '@/ui/PageHeading';
import { Skeleton } from '@/ui/Skeleton';
import { Fact, SummaryList } from '@/ui/SummaryList';
import { TranslationNote } from '@/ui/TranslationNote';
import { Availability } from './Availability';
import { Publications } from './Publications';
import styles from './Researchers.module.css';
import { OwnResearcherIdDocument, ResearcherDocument, type ResearcherQuery } from './researchers.gql';

export type Researcher = NonNullable<ResearcherQuery['researcher']>;

export function ResearcherPage({ id }: { id: string }) {
  const { viewer } = useSession();
  const [result, retry] = useQuery({ query: ResearcherDocument, variables: { id }, requestPolicy: 'cache-and-network' });
  const [own] = useQuery({ query: OwnResearcherIdDocument, pause: !viewer });
  if (isAbsent(result) || result.data?.researcher === null) return <NotFoundPage />;
  return (
    <Page>
      <Answer result={result} retry={retry} skeleton={<Skeleton blocks={['1.5rem', '7rem', '22rem']} />}>
        {({ researcher }) =>
          researcher && (
            <Stack>
              <Head researcher={researcher} />
              {own.data?.viewer?.researcher?.id === id && <Own shown={researcher.public} />}
              <Facts researcher={researcher} />
              <Biography researcher={researcher} />
              {researcher.publications.length > 0 && (
                <Section title={<Trans>Công bố</Trans>}>
                  <Publications publications={researcher.publications} />
                </Section>
              )}
              <Section title={<Trans>Lợi ích có thể xung đột</Trans>}>
                {viewer ? (
                  researcher.interests ? (
                    <p className={styles['text']}>{researcher.interests}</p>
                  ) : (
                    <p>
                      <Trans>Người này không khai lợi ích nào.</Trans>
                    </p>
                  )
                ) : (
                  <p>
                    <Trans>Chỉ người đã đăng nhập đọc được phần khai này.</Trans>
                  </p>
                )}
              </Section>
            </Stack>
          )
        }
      </Answer>
    </Page>
  );
}

function Head({ researcher }: { researcher: Researcher }) {
  const { t } = useLingui();
  const headline = localized(researcher.headline);
  return (
    <div>
      <nav aria-label={t`Đường dẫn`} className="no-print">
        <Link to="/chuyen-gia" search={{}}>
          <Trans>Chuyên gia</Trans>
        </Link>
      </nav>
      <PageHead>
        <Badges>
          <Availability of={researcher} />
          {researcher.demonstration && <Demonstration />}
          <TranslationNote of={headline} />
        </Badges>
        <PageHeading title={researcher.name}>{researcher.name}</PageHeading>
        <Lead lang={headline.lang}>{headline.text}</Lead>
      </PageHead>
      <DomainTags domains={researcher.domains} />
    </div>
  );
}

function Own({ shown }: { shown: boolean }) {
  return (
    <Callout title={<Trans>Đây là hồ sơ của bạn</Trans>}>
      <p>{shown ? <Trans>Mọi người thấy trang này.</Trans> : <Trans>Chỉ mình bạn thấy trang này, đến khi bạn đồng ý cho hiện công khai.</Trans>}</p>
      <div>
        <LinkButton to="/ho-so-chuyen-gia" tone="primary">
          <Trans>Sửa hồ sơ chuyên gia</Trans>
        </LinkButton>
      </div>
    </Callout>
  );
}

function Facts({ researcher }: { researcher: Researcher }) {
  const { organization, affiliation, orcid, languages, keywords, updatedAt } = researcher;
  const place = organization && localized(organization.legalName);
  return (
    <SummaryList>
      <Fact name={<Trans>Nơi công tác</Trans>}>
        {organization && place ? (
          <Link to="/to-chuc/$id" params={{ id: organization.id }} lang={place.lang}>
            {place.text}
          </Link>
        ) : (
          affiliation
        )}
      </Fact>
      <Fact name={<Trans>Từ khóa</Trans>}>{keywords.length > 0 && keywords.join(' · ')}</Fact>
      <Fact name={<Trans>Ngôn ngữ làm việc</Trans>}>{languages.length > 0 && formatList(languages.map((code) => languageName(code)))}</Fact>
      <Fact name="ORCID">{orcid && <WebLink address={`https://orcid.org/${orcid}`} />}</Fact>
      <Fact name={<Trans>Cập nhật</Trans>}>{formatDate(updatedAt)}</Fact>
    </SummaryList>
  );
}

function Biography({ researcher }: { researcher: Researcher }) {
  const biography = localized(researcher.biography);
  if (!biography.text) return null;
  return (
    <Section title={<Trans>Giới thiệu</Trans>}>
      <Paragraphs text={biography.text} lang={biography.lang} />
    </Section>
  );
}
