import { Trans, useLingui } from '@lingui/react/macro';
import { moneyInWords } from '@/i18n/money';
import { proposalSectionLabels, riskBearerLabels, riskCategoryLabels } from '@/i18n/workLabels';
import { Prose, Section } from '@/ui/Page';
import { TableBox } from '@/ui/Panel';
import type { SectionShownFragment } from './content.gql';

const said = ({ text, lines, references, risks, indicators }: SectionShownFragment) => Boolean(text || lines.length || references.length || risks.length || indicators.length);

/** All that a proposal says; parts that say nothing are left out. */
export function SectionsShown({ sections, lang }: { sections: readonly SectionShownFragment[]; lang: string }) {
  const { i18n } = useLingui();
  return sections.filter(said).map((section) => (
    <Section key={section.name} title={i18n._(proposalSectionLabels[section.name])}>
      {section.text && <Prose lang={lang}>{section.text}</Prose>}
      <Lines section={section} lang={lang} />
      <References section={section} />
      <Risks section={section} lang={lang} />
      <Indicators section={section} lang={lang} />
    </Section>
  ));
}

function Lines({ section: { lines, total }, lang }: { section: SectionShownFragment; lang: string }) {
  const { t } = useLingui();
  if (lines.length === 0) return null;
  return (
    <TableBox label={t`Các khoản của giá`}>
      <table>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Nội dung khoản</Trans>
            </th>
            <th scope="col">
              <Trans>Số tiền</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ label, amount }, at) => (
            <tr key={at}>
              <th scope="row" lang={lang}>
                {label}
              </th>
              <td>{moneyInWords(amount)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">
              <Trans>Tổng</Trans>
            </th>
            <td>{total && moneyInWords(total.amount)}</td>
          </tr>
        </tfoot>
      </table>
    </TableBox>
  );
}

function References({ section: { references } }: { section: SectionShownFragment }) {
  if (references.length === 0) return null;
  return (
    <ul>
      {references.map(({ referenceId, project, client, year, description, url }) => (
        <li key={referenceId}>
          <strong>{project}</strong>, {client}, {year}
          {description && <p>{description}</p>}
          {url && (
            <p>
              <a href={url} rel="noopener noreferrer nofollow">
                {url}
              </a>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

function Risks({ section: { risks }, lang }: { section: SectionShownFragment; lang: string }) {
  const { t, i18n } = useLingui();
  if (risks.length === 0) return null;
  return (
    <TableBox label={t`Phân bổ rủi ro`}>
      <table>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Loại rủi ro</Trans>
            </th>
            <th scope="col">
              <Trans>Bên chịu rủi ro</Trans>
            </th>
            <th scope="col">
              <Trans>Cách giảm thiểu</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {risks.map(({ category, bearer, note }) => (
            <tr key={category}>
              <th scope="row">{i18n._(riskCategoryLabels[category])}</th>
              <td>{i18n._(riskBearerLabels[bearer])}</td>
              <td lang={lang}>{note || '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

function Indicators({ section: { indicators }, lang }: { section: SectionShownFragment; lang: string }) {
  const { t } = useLingui();
  if (indicators.length === 0) return null;
  return (
    <TableBox label={t`Chỉ số cam kết`}>
      <table>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Đo gì, đơn vị nào</Trans>
            </th>
            <th scope="col">
              <Trans>Hiện nay</Trans>
            </th>
            <th scope="col">
              <Trans>Cam kết</Trans>
            </th>
          </tr>
        </thead>
        <tbody lang={lang}>
          {indicators.map(({ name, baseline, target }, at) => (
            <tr key={at}>
              <th scope="row">{name}</th>
              <td>{baseline || '–'}</td>
              <td>{target}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}
