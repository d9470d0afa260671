import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { agreementSideLabels } from '@/i18n/agreementLabels';
import { formatDate, formatMoney, formatNumber } from '@/i18n/format';
import { BilingualText } from '@/ui/BilingualText';
import { Section } from '@/ui/Page';
import { Columns, Panel, Row, Soft, TableBox } from '@/ui/Panel';
import { Fact, SummaryList } from '@/ui/SummaryList';
import { Tag } from '@/ui/Tag';
import styles from './Agreements.module.css';
import type { AgreementTextFragment } from './agreements.gql';
import { compareClauses, compareWords, type Change, type Worded } from './changes';

type Text = AgreementTextFragment;

/** The whole text of a version, both languages beside each other; with `before`, what it changed of that. */
export function AgreementText({ text, before }: { text: Text; before?: Text | undefined }) {
  const { clauses, gone } = before ? compareClauses(before.clauses, text.clauses) : { clauses: text.clauses.map((clause) => ({ clause, before: undefined, change: 'same' as const })), gone: [] };
  return (
    <>
      <Parties text={text} />
      <SummaryList>
        <Fact name={<Trans>Bắt đầu</Trans>}>{text.startsOn && formatDate(text.startsOn)}</Fact>
        <Fact name={<Trans>Thời hạn</Trans>}>{text.months !== null && <Trans>{formatNumber(text.months)} tháng</Trans>}</Fact>
        <Fact name={<Trans>Kết thúc</Trans>}>{text.endsOn && formatDate(text.endsOn)}</Fact>
        <Fact name={<Trans>Giá trị</Trans>}>{text.value && formatMoney(text.value.amount, text.value.currency)}</Fact>
      </SummaryList>
      {text.recitals.length > 0 && (
        <Section title={<Trans>Căn cứ</Trans>}>
          <div>
            {text.recitals.map((recital, at) => (
              // oxlint-disable-next-line react/no-array-index-key -- recitals have no identity but their place
              <Pair key={at} vi={<Lines text={recital.vi} />} en={<Lines text={recital.en} />} />
            ))}
          </div>
        </Section>
      )}
      <Section title={<Trans>Điều khoản</Trans>}>
        <div>
          {clauses.map(({ clause, before: earlier, change }, at) => (
            <article key={clause.key} className={styles['clause']}>
              <ChangeTag change={change} />
              <Pair
                vi={
                  <>
                    <h3 className={styles['heading']} lang="vi">
                      Điều {at + 1}. <Words before={earlier?.heading} after={clause.heading} language="vi" shown={change === 'changed'} />
                    </h3>
                    <Body before={earlier?.body} after={clause.body} language="vi" shown={change === 'changed'} />
                  </>
                }
                en={
                  <>
                    <p className={styles['heading']} lang="en">
                      Article {at + 1}. <Words before={earlier?.heading} after={clause.heading} language="en" shown={change === 'changed'} />
                    </p>
                    <Body before={earlier?.body} after={clause.body} language="en" shown={change === 'changed'} />
                  </>
                }
              />
            </article>
          ))}
          {gone.map((clause) => (
            <article key={clause.key} className={styles['clause']}>
              <Tag tone="danger" icon="cross">
                <Trans>Điều khoản bị bỏ</Trans>
              </Tag>
              <Pair vi={<Gone heading={clause.heading.vi} body={clause.body.vi} />} en={<Gone heading={clause.heading.en} body={clause.body.en} />} />
            </article>
          ))}
        </div>
      </Section>
      <Plans text={text} />
    </>
  );
}

function Parties({ text }: { text: Text }) {
  const { i18n } = useLingui();
  return (
    <Columns>
      {text.parties.map((party) => (
        <Panel key={party.side}>
          <Soft>{i18n._(agreementSideLabels[party.side])}</Soft>
          <strong>
            <BilingualText value={party.name} />
          </strong>
          <SummaryList stacked>
            <Fact name={<Trans>Mã số</Trans>}>{party.code}</Fact>
            <Fact name={<Trans>Địa chỉ</Trans>}>{party.address}</Fact>
            <Fact name={<Trans>Người đại diện</Trans>}>{[party.representative, party.position].filter(Boolean).join(', ')}</Fact>
          </SummaryList>
        </Panel>
      ))}
    </Columns>
  );
}

function Pair({ vi, en }: { vi: ReactNode; en: ReactNode }) {
  return (
    <div className={styles['pair']}>
      <div className={styles['side']} lang="vi">
        {vi}
      </div>
      <div className={styles['side']} lang="en">
        {en}
      </div>
    </div>
  );
}

function Lines({ text }: { text: string | null }) {
  return (text ?? '')
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line, index) => (
      // oxlint-disable-next-line react/no-array-index-key -- lines have no identity and never move
      <p key={index}>{line}</p>
    ));
}

interface Compared {
  before: Worded | undefined;
  after: Worded;
  language: 'vi' | 'en';
  /** Show what changed, not only what it says. */
  shown: boolean;
}

function Words({ before, after, language, shown }: Compared) {
  const text = after[language] ?? '';
  if (!shown || !before) return text;
  return <Pieces before={before[language] ?? ''} after={text} />;
}

function Body({ before, after, language, shown }: Compared) {
  const text = after[language] ?? '';
  if (!shown || !before || before[language] === text) return <Lines text={text} />;
  return (
    <p style={{ whiteSpace: 'pre-line' }}>
      <Pieces before={before[language] ?? ''} after={text} />
    </p>
  );
}

function Pieces({ before, after }: { before: string; after: string }) {
  return compareWords(before, after).map(({ text, kind }, at) => {
    if (kind === 'same') return text;
    const Mark = kind === 'added' ? 'ins' : 'del';
    return (
      // oxlint-disable-next-line react/no-array-index-key -- pieces have no identity but their place
      <Mark key={at} className={styles[kind]}>
        {text}
      </Mark>
    );
  });
}

function Gone({ heading, body }: { heading: string | null; body: string | null }) {
  return (
    <del className={styles['gone']}>
      <strong>{heading}</strong> {body}
    </del>
  );
}

function ChangeTag({ change }: { change: Change }) {
  if (change === 'same') return null;
  return (
    <Row>
      {change === 'added' && (
        <Tag tone="positive" icon="check">
          <Trans>Điều khoản mới</Trans>
        </Tag>
      )}
      {change === 'changed' && (
        <Tag tone="accent" icon="edit">
          <Trans>Đã sửa</Trans>
        </Tag>
      )}
      {change === 'moved' && (
        <Tag tone="neutral" icon="arrow">
          <Trans>Đổi thứ tự</Trans>
        </Tag>
      )}
    </Row>
  );
}

/** Milestones and indicators as the text plans them. */
function Plans({ text }: { text: Text }) {
  const { t } = useLingui();
  if (text.milestones.length === 0 && text.indicators.length === 0) return null;
  return (
    <Section title={<Trans>Mốc tiến độ và chỉ số trong văn bản</Trans>}>
      {text.milestones.length > 0 && (
        <ul>
          {text.milestones.map((milestone) => (
            <li key={milestone.id}>
              <Trans>
                <BilingualText value={milestone.title} />: trước hoặc trong ngày {formatDate(milestone.dueOn)}
              </Trans>
            </li>
          ))}
        </ul>
      )}
      {text.indicators.length > 0 && (
        <TableBox label={t`Chỉ số trong văn bản`}>
          <table>
            <thead>
              <tr>
                <th scope="col">
                  <Trans>Chỉ số</Trans>
                </th>
                <th scope="col" className={styles['number']}>
                  <Trans>Mức nền</Trans>
                </th>
                <th scope="col" className={styles['number']}>
                  <Trans>Mục tiêu</Trans>
                </th>
                <th scope="col">
                  <Trans>Đơn vị</Trans>
                </th>
              </tr>
            </thead>
            <tbody>
              {text.indicators.map((indicator) => (
                <tr key={indicator.id}>
                  <th scope="row">
                    <BilingualText value={indicator.name} />
                  </th>
                  <td className={styles['number']}>{formatNumber(indicator.baseline)}</td>
                  <td className={styles['number']}>{formatNumber(indicator.target)}</td>
                  <td>{indicator.unit}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableBox>
      )}
    </Section>
  );
}
