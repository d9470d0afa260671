import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { formatDate, formatDateTime } from '@/i18n/format';
import { localized, type Bilingual } from '@/i18n/bilingual';
import { budgetSourceLabels } from '@/i18n/wellFormedLabels';
import { Paragraphs, Section } from '@/ui/Page';
import { Soft, TableBox } from '@/ui/Panel';
import { Fact, SummaryList } from '@/ui/SummaryList';
import { AddendumForm } from './AddendumForm';
import { Consultation } from './Consultation';
import { Questions } from './Questions';
import { NeedNotesDocument, type AddendumFragment, type BriefFragment, type FlagFragment } from './well-formed.gql';
import styles from './WellFormed.module.css';

/** What a need rests on, what was justified, what was added since it opened, questions and answers. */
export function NeedNotes({ id }: { id: string }) {
  const [{ data }, ask] = useQuery({ query: NeedNotesDocument, variables: { id } });
  const again = () => ask({ requestPolicy: 'network-only' });
  if (!data?.need) return null;
  const { need, needAddenda: addenda, needQuestions: talk } = data;
  const justified = need.flags.filter(({ justification }) => justification);
  const open = need.status === 'OPEN';
  return (
    <>
      {need.consultsUntil && <Consultation until={need.consultsUntil} opens={need.viewerCan.includes('OPEN') ? need.id : null} />}
      <Brief brief={need.brief} />
      {justified.length > 0 && <Justified flags={justified} />}
      {((addenda?.length ?? 0) > 0 || open) && (
        <Addenda addenda={addenda ?? []}>
          <AddendumForm need={need} onPublished={again} />
        </Addenda>
      )}
      {talk && (talk.open || talk.questions.length > 0) && <Questions needId={need.id} talk={talk} consulting={need.status === 'CONSULTATION'} onChanged={again} />}
    </>
  );
}

function Brief({ brief }: { brief: BriefFragment }) {
  const { i18n } = useLingui();
  const texts: [React.ReactNode, Bilingual][] = [
    [<Trans key="affected">Ai đang chịu ảnh hưởng</Trans>, brief.affected],
    [<Trans key="tried">Đã thử những gì</Trans>, brief.tried],
    [<Trans key="constraints">Ràng buộc</Trans>, brief.constraints],
    [<Trans key="content">Đề xuất phải có những gì</Trans>, brief.proposalContent],
  ];
  return (
    <>
      {texts.map(([title, value], at) => {
        const text = localized(value);
        return (
          text.text && (
            <Section key={at} title={title}>
              <Paragraphs text={text.text} lang={text.lang} />
            </Section>
          )
        );
      })}
      {brief.indicators.length > 0 && <Indicators rows={brief.indicators} />}
      {(brief.budgetSource || brief.scheme || brief.legalBasis.length > 0) && (
        <Section title={<Trans>Căn cứ và nguồn kinh phí</Trans>}>
          <SummaryList>
            {brief.budgetSource && <Fact name={<Trans>Nguồn kinh phí</Trans>}>{i18n._(budgetSourceLabels[brief.budgetSource])}</Fact>}
            {brief.scheme && <Fact name={<Trans>Thuộc đề án, kế hoạch</Trans>}>{brief.scheme}</Fact>}
            {brief.legalBasis.length > 0 && (
              <Fact name={<Trans>Căn cứ pháp lý</Trans>}>
                <ul>
                  {brief.legalBasis.map(({ number, issuedOn, title }) => (
                    <li key={number}>
                      {title ? `${title}, ` : ''}
                      {issuedOn ? (
                        <Trans>
                          số {number}, ngày {formatDate(issuedOn)}
                        </Trans>
                      ) : (
                        <Trans>số {number}</Trans>
                      )}
                    </li>
                  ))}
                </ul>
              </Fact>
            )}
          </SummaryList>
        </Section>
      )}
    </>
  );
}

function Indicators({ rows }: { rows: BriefFragment['indicators'] }) {
  const { t } = useLingui();
  return (
    <Section title={<Trans>Chỉ số đo kết quả</Trans>}>
      <TableBox label={t`Chỉ số đo kết quả`}>
        <table>
          <thead>
            <tr>
              <th scope="col">
                <Trans>Chỉ số</Trans>
              </th>
              <th scope="col">
                <Trans>Mức hiện nay</Trans>
              </th>
              <th scope="col">
                <Trans>Mức cần đạt</Trans>
              </th>
              <th scope="col">
                <Trans>Đạt vào ngày</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ code, name, unit, baseline, target, dueOn }, at) => (
              <tr key={at}>
                <th scope="row">
                  {name}
                  {unit && ` (${unit})`}
                  {code && <Soft>ISO 37122: {code}</Soft>}
                </th>
                <td>{baseline ?? '–'}</td>
                <td>{target ?? '–'}</td>
                <td>{dueOn ? formatDate(dueOn) : '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
    </Section>
  );
}

function Justified({ flags }: { flags: FlagFragment[] }) {
  return (
    <Section title={<Trans>Cơ quan giải thích</Trans>}>
      <Soft>
        <Trans>Khi nhu cầu được soạn, hệ thống nêu các lưu ý dưới đây; cơ quan giữ nguyên và giải thích vì sao.</Trans>
      </Soft>
      <ul className={styles['flags']}>
        {flags.map(({ code, sentence, justification }) => {
          const said = localized(sentence);
          return (
            <li key={code} className={styles['flag']}>
              <p lang={said.lang}>{said.text}</p>
              <p className={styles['answer']}>{justification}</p>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

function Addenda({ addenda, children }: { addenda: AddendumFragment[]; children: React.ReactNode }) {
  return (
    <>
      {addenda.length > 0 && (
        <Section title={<Trans>Bổ sung sau khi đăng</Trans>}>
          <ol className={styles['talk']}>
            {addenda.map(({ id, number, text, closedBefore, closesAt, publishedAt }) => {
              const said = localized(text);
              return (
                <li key={id} className={styles['turn']}>
                  <h3>
                    <Trans>
                      Bổ sung số {number}, {formatDateTime(publishedAt)}
                    </Trans>
                  </h3>
                  <p lang={said.lang}>{said.text}</p>
                  {closedBefore && closesAt && (
                    <Soft>
                      <Trans>
                        Hạn tiếp nhận: {formatDateTime(closedBefore)} → {formatDateTime(closesAt)}
                      </Trans>
                    </Soft>
                  )}
                </li>
              );
            })}
          </ol>
        </Section>
      )}
      {children}
    </>
  );
}
