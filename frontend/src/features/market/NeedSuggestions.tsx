import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { Answer } from '@/app/Answer';
import { useCatalogue } from '@/features/catalogue';
import { FactorChart, Score } from '@/features/matches';
import { localized, nameOf } from '@/i18n/bilingual';
import { formatList, formatNumber } from '@/i18n/format';
import { BilingualText } from '@/ui/BilingualText';
import { Section } from '@/ui/Page';
import { Notice, Soft } from '@/ui/Panel';
import { AdviceList } from './AdviceList';
import styles from './Market.module.css';
import { NeedSuggestionsDocument, type NeedSuggestionsQuery } from './market.gql';

type Suggested = NeedSuggestionsQuery['needSuggestions'];
type Expert = Suggested['experts'][number];
type Consortium = Suggested['consortia'][number];
type Party = Consortium['parties'][number];

/** On a need's page: what would raise its matches, and who else fits it. */
export function NeedSuggestions({ id }: { id: string }) {
  const [result, retry] = useQuery({ query: NeedSuggestionsDocument, variables: { id }, requestPolicy: 'cache-and-network' });
  return (
    <div className={`${styles['suggestions']} no-print`}>
      <Section title={<Trans>Gợi ý cho nhu cầu này</Trans>}>
        <Soft>
          <Trans>Chỉ người soạn của cơ quan và Liên minh thấy phần này.</Trans>
        </Soft>
        <Answer result={result} retry={retry}>
          {({ needSuggestions: { advice, experts, consortia } }) => (
            <>
              <section>
                <h3>
                  <Trans>Điều gì làm tăng điểm phù hợp</Trans>
                </h3>
                {advice.length > 0 ? (
                  <AdviceList advice={advice} />
                ) : (
                  <Soft>
                    <Trans>Chưa có lời khuyên: nhu cầu không thiếu gì so với những giải pháp tốt nhất, hoặc chưa có giải pháp để so sánh.</Trans>
                  </Soft>
                )}
              </section>
              <section>
                <h3>
                  <Trans>Chuyên gia am hiểu</Trans>
                </h3>
                {experts.length > 0 ? (
                  <ul className={styles['cards']} role="list">
                    {experts.map((expert) => (
                      <ExpertCard key={expert.researcher.id} expert={expert} />
                    ))}
                  </ul>
                ) : (
                  <Soft>
                    <Trans>Chưa có chuyên gia công khai nào hợp với nhu cầu này.</Trans>
                  </Soft>
                )}
              </section>
              <section>
                <h3>
                  <Trans>Liên danh có thể lo trọn</Trans>
                </h3>
                {consortia.length > 0 ? (
                  <ul className={styles['cards']} role="list">
                    {consortia.map((consortium) => (
                      <ConsortiumCard key={consortium.parties.map(keyOf).join()} consortium={consortium} />
                    ))}
                  </ul>
                ) : (
                  <Soft>
                    <Trans>Chưa có gợi ý: một bên tự lo được mọi lĩnh vực của nhu cầu, hoặc chưa đủ bên để ghép.</Trans>
                  </Soft>
                )}
              </section>
            </>
          )}
        </Answer>
      </Section>
    </div>
  );
}

function ExpertCard({ expert: { researcher, score, factors } }: { expert: Expert }) {
  return (
    <li>
      <div className={styles['head']}>
        <div>
          <h4>
            <Link to="/chuyen-gia/$id" params={{ id: researcher.id }}>
              {researcher.name}
            </Link>
          </h4>
          <p>
            <BilingualText value={researcher.headline} />
          </p>
        </div>
        <Score score={score} />
      </div>
      <details>
        <summary>
          <Trans>
            Vì sao phù hợp<span className="visually-hidden">: {researcher.name}</span>
          </Trans>
        </summary>
        <FactorChart score={score} factors={factors} />
      </details>
    </li>
  );
}

const keyOf = ({ offer, researcher }: Party) => offer?.id ?? researcher?.id ?? '';

function ConsortiumCard({ consortium: { parties, uncovered, score } }: { consortium: Consortium }) {
  const { domains } = useCatalogue();
  const named = (codes: readonly string[]) => formatList(codes.map((code) => domains.find((domain) => domain.code === code)).map((domain, index) => (domain ? nameOf(domain) : (codes[index] ?? ''))));
  return (
    <li>
      <div className={styles['head']}>
        <h4>
          <Plural value={parties.length} one="Liên danh # bên" other="Liên danh # bên" />
        </h4>
        <Score score={score} />
      </div>
      <ul className={styles['parties']} role="list">
        {parties.map((party) => (
          <li key={keyOf(party)}>
            <PartyName party={party} />
            <span className={styles['gain']}>
              <Trans>
                Lo: {named(party.covers)} · {formatNumber(Math.round(party.score))} điểm
              </Trans>
            </span>
          </li>
        ))}
      </ul>
      {uncovered.length > 0 && (
        <Notice tone="warning">
          <p>
            <Trans>Chưa bên nào lo: {named(uncovered)}</Trans>
          </p>
        </Notice>
      )}
    </li>
  );
}

function PartyName({ party: { offer, researcher } }: { party: Party }) {
  const { t } = useLingui();
  if (offer) {
    const owner = localized(offer.organization.legalName);
    return (
      <span>
        <strong lang={owner.lang}>{owner.text}</strong>
        {': '}
        <Link to="/giai-phap/$id" params={{ id: offer.id }}>
          <BilingualText value={offer.title} />
        </Link>
      </span>
    );
  }
  if (researcher) {
    return (
      <span>
        <Link to="/chuyen-gia/$id" params={{ id: researcher.id }}>
          {researcher.name}
        </Link>
        {`, ${t`chuyên gia`}`}
      </span>
    );
  }
  return (
    <span>
      <Trans>Một bên vừa thôi công khai</Trans>
    </span>
  );
}
