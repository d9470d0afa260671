import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import { Answer } from '@/app/Answer';
import { NotFoundPage } from '@/app/NotFoundPage';
import { isAbsent } from '@/app/errors';
import { agreementKindLabels, agreementSideLabels } from '@/i18n/agreementLabels';
import { localized } from '@/i18n/bilingual';
import { formatDateTime } from '@/i18n/format';
import { SelectField } from '@/ui/Field';
import { Lead, Page, PageHead, Section, Stack } from '@/ui/Page';
import { PageHeading } from '@/ui/PageHeading';
import { Row, Soft } from '@/ui/Panel';
import { Skeleton } from '@/ui/Skeleton';
import { AgreementText } from './AgreementText';
import styles from './Agreements.module.css';
import { Indicators, Milestones, Payments } from './Following';
import { PaperLink } from './PaperLink';
import { Between, Scans, SignaturesOf, Witnesses } from './Signing';
import { Comments, PublicationChoice, Steps } from './Steps';
import { TextEditor } from './TextEditor';
import { AgreementByIdDocument, type AgreementWholeFragment } from './agreements.gql';
import { AgreementStatusTag } from './tags';

/** An agreement to one of its two sides: its text, whose turn it is, and how it is kept. */
export function AgreementPage({ id }: { id: string }) {
  const [result, retry] = useQuery({ query: AgreementByIdDocument, variables: { id }, requestPolicy: 'cache-and-network' });
  const agreement = result.data?.agreement;
  if (agreement && agreement.version !== null) return <Loaded agreement={agreement} />;
  if (isAbsent(result) || (result.data && !result.fetching && !result.stale)) return <NotFoundPage />;
  return (
    <Page>
      <Answer result={{ ...result, data: undefined }} retry={retry} skeleton={<Skeleton blocks={['2.75rem', '8rem', '20rem']} />}>
        {() => null}
      </Answer>
    </Page>
  );
}

function Loaded({ agreement }: { agreement: AgreementWholeFragment }) {
  const { t, i18n } = useLingui();
  const title = localized(agreement.title);
  const edits = agreement.viewerCan.includes('EDIT');
  const edited = agreement.draft ?? agreement.current ?? agreement.text;
  return (
    <Page>
      <nav aria-label={t`Đường dẫn`} className="no-print">
        <Link to="/thoa-thuan-cua-toi">
          <Trans>Thỏa thuận của tôi</Trans>
        </Link>
      </nav>
      <PageHead>
        <Row>
          <AgreementStatusTag status={agreement.status} />
        </Row>
        <PageHeading title={t`Thỏa thuận ${agreement.number}`} lang={title.lang}>
          {title.text}
        </PageHeading>
        <Lead>
          {i18n._(agreementKindLabels[agreement.kind])} {agreement.number}: <Between agreement={agreement} />
        </Lead>
      </PageHead>
      <Stack>
        <Steps agreement={agreement} />
        {agreement.need && (
          <Soft>
            <Trans>
              Về nhu cầu{' '}
              <Link to="/nhu-cau/$id" params={{ id: agreement.need.id }}>
                {localized(agreement.need.title).text}
              </Link>
            </Trans>
          </Soft>
        )}
        {agreement.status !== 'DRAFTING' && agreement.status !== 'PENDING_SIGNATURE' && (
          <>
            <Milestones agreement={agreement} own={agreement} />
            <Indicators agreement={agreement} records={agreement.viewerCan.includes('RECORD_FIGURES')} />
            <Payments agreement={agreement} own={agreement} />
          </>
        )}
        {edits && edited && <TextEditor key={`${edited.number} ${agreement.draft ? 'draft' : ''}`} agreement={agreement} text={edited} />}
        <Versions agreement={agreement} />
        <SignaturesOf agreement={agreement} />
        <Witnesses agreement={agreement} manages={agreement.viewerCan.includes('NAME_WITNESSES')} />
        <Scans agreement={agreement} />
        <Comments agreement={agreement} />
        <PublicationChoice agreement={agreement} />
      </Stack>
    </Page>
  );
}

/** Every version that was put before both sides, the last one first, each with what it changed. */
function Versions({ agreement }: { agreement: AgreementWholeFragment }) {
  const { t, i18n } = useLingui();
  const versions = (agreement.versions ?? []).toSorted((a, b) => b.number - a.number);
  const [chosen, setChosen] = useState<number | null>(null);
  const shown = versions.find(({ number }) => number === chosen) ?? versions[0];
  const [compares, setCompares] = useState(true);
  if (!shown) return null;
  const before = versions.find(({ number }) => number === shown.number - 1);
  return (
    <Section title={shown.inForce ? <Trans>Văn bản đang có hiệu lực</Trans> : <Trans>Văn bản</Trans>}>
      <div className={`${styles['facts']} no-print`}>
        {versions.length > 1 && (
          <SelectField id="version" label={<Trans>Bản</Trans>} value={shown.number} onChange={(event) => setChosen(Number(event.target.value))}>
            {versions.map(({ number, side, proposedAt, inForce }) => (
              <option key={number} value={number}>
                {t`Bản ${number}, ${i18n._(agreementSideLabels[side])} gửi ${proposedAt ? formatDateTime(proposedAt) : ''}`}
                {inForce ? t` (có hiệu lực)` : ''}
              </option>
            ))}
          </SelectField>
        )}
        {before && (
          <SelectField id="compare" label={<Trans>Cách xem</Trans>} value={compares ? 'changes' : 'text'} onChange={(event) => setCompares(event.target.value === 'changes')}>
            <option value="changes">{t`Những gì đã sửa so với bản ${before.number}`}</option>
            <option value="text">{t`Toàn văn, không đánh dấu`}</option>
          </SelectField>
        )}
      </div>
      <Row>
        <PaperLink path={shown.paperPath} name={`${agreement.number}-${shown.number}.pdf`} />
      </Row>
      {shown.hash && <p className={styles['hash']}>SHA-256 {shown.hash}</p>}
      <AgreementText text={shown} before={compares ? before : undefined} />
    </Section>
  );
}
