import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { Answer } from '@/app/Answer';
import { NotFoundPage } from '@/app/NotFoundPage';
import { isAbsent } from '@/app/errors';
import { DomainTags } from '@/features/catalogue';
import { Conduct, HiddenNotice } from '@/features/conduct';
import { NeedCriteria } from '@/features/evaluations';
import { NeedInterests } from '@/features/interests';
import { JointCallNotes } from '@/features/joint-calls';
import { NeedSuggestions } from '@/features/market';
import { NeedNotes } from '@/features/well-formed';
import { localized } from '@/i18n/bilingual';
import { BilingualText } from '@/ui/BilingualText';
import { Button } from '@/ui/Button';
import { Demonstration } from '@/ui/Demonstration';
import { Icon } from '@/ui/Icon';
import { Badges, Lead, Page, PageHead, Paragraphs, Section, Split } from '@/ui/Page';
import { PageHeading } from '@/ui/PageHeading';
import { Skeleton } from '@/ui/Skeleton';
import { NeedStatusTag } from '@/ui/StatusTag';
import { TranslationNote } from '@/ui/TranslationNote';
import { Later } from './Later';
import { NeedActions } from './NeedActions';
import { NeedFacts } from './NeedFacts';
import styles from './NeedPage.module.css';
import { NeedDocument, type NeedQuery } from './needs.gql';

export type Need = NonNullable<NeedQuery['need']>;

export function NeedPage({ id }: { id: string }) {
  const [result, retry] = useQuery({ query: NeedDocument, variables: { id } });
  if (isAbsent(result) || result.data?.need === null) return <NotFoundPage />;
  return (
    <Page>
      <Answer result={result} retry={retry} skeleton={<Skeleton blocks={['1.5rem', '7rem', '22rem']} />}>
        {({ need }) => need && <Article need={need} />}
      </Answer>
    </Page>
  );
}

function Article({ need }: { need: Need }) {
  const { t } = useLingui();
  const title = localized(need.title);
  const summary = localized(need.summary);
  const description = localized(need.description);
  const writes = need.viewerCan.includes('REFRESH_MATCHES');
  return (
    <article>
      <nav aria-label={t`Đường dẫn`} className="no-print">
        <Link to="/nhu-cau">
          <Trans>Nhu cầu</Trans>
        </Link>
      </nav>
      <HiddenNotice hiddenFor={need.hiddenFor} decision={need.hiddenBy?.id} owner={need.organization.id} />
      <PageHead>
        <Badges>
          <NeedStatusTag status={need.status} />
          {need.demonstration && <Demonstration />}
          <TranslationNote of={title} />
        </Badges>
        <PageHeading title={title.text} lang={title.lang}>
          {title.text}
        </PageHeading>
        <Lead lang={summary.lang}>{summary.text}</Lead>
        <DomainTags domains={need.domains} />
      </PageHead>
      <Split
        aside={
          <>
            <NeedActions need={need} />
            <Button className="no-print" onClick={() => window.print()}>
              <Icon name="print" />
              <Trans>In trang này</Trans>
            </Button>
            <Conduct what="need" id={need.id} owner={need.organization.id} />
          </>
        }
      >
        {(writes || need.jointCall) && <JointCallNotes needId={need.id} callId={need.jointCall?.id} writes={writes} />}
        <Section title={<Trans>Thông tin chính</Trans>}>
          <NeedFacts need={need} />
        </Section>
        {description.text && (
          <Section title={<Trans>Bài toán cần giải</Trans>}>
            <TranslationNote of={description} />
            <Paragraphs text={description.text} lang={description.lang} />
          </Section>
        )}
        {need.hasCriteria && <NeedCriteria id={need.id} />}
        <Later>
          <NeedNotes id={need.id} />
          <NeedInterests needId={need.id} taking={need.status === 'OPEN'} />
        </Later>
        {need.statusReason && (
          <Section title={<Trans>Lý do kết thúc</Trans>}>
            <Paragraphs text={need.statusReason} />
          </Section>
        )}
        {writes && <NeedSuggestions id={need.id} />}
        {need.publishedAt && (
          <p className="no-print">
            <a href={`/ocds/needs/${need.id}`}>
              <Trans>Dữ liệu mở của nhu cầu này (OCDS)</Trans>
            </a>
          </p>
        )}
        <p className={styles['print']}>
          <BilingualText value={need.organization.legalName} /> · i-Forum Smart City · {location.href}
        </p>
      </Split>
    </article>
  );
}
