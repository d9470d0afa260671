import type { MessageDescriptor } from '@lingui/core';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useQuery } from 'urql';
import { Answer } from '@/app/Answer';
import type { RouteAnswersInput } from '@/graphql-types';
import { localized } from '@/i18n/bilingual';
import { formatDate, formatList } from '@/i18n/format';
import { contractTypeLabels, valuesOf } from '@/i18n/labels';
import { routeCapitalLabels, routeGoalLabels, routePayerLabels, routeProposerLabels, routeScopeLabels, technologyLabels } from '@/i18n/wellFormedLabels';
import { Option, OptionGroup } from '@/ui/Field';
import { Lead, Page, PageHead, Section, Stack } from '@/ui/Page';
import { PageHeading } from '@/ui/PageHeading';
import { Notice, Row, Soft } from '@/ui/Panel';
import { Skeleton } from '@/ui/Skeleton';
import { Tag } from '@/ui/Tag';
import { RouteAdviceDocument, type RouteAdviceQuery } from './route-adviser.gql';

type Path = RouteAdviceQuery['routeAdvice']['paths'][number];

/** A few questions, and the legal paths that may fit; orientation, not legal advice. */
export function RouteAdviserPage() {
  const { t } = useLingui();
  const [answers, setAnswers] = useState<RouteAnswersInput>({ goal: 'DELIVER', capital: 'SHARED', payer: 'STATE', scope: 'SERVICE', technology: false, proposer: 'AUTHORITY' });
  const [result, retry] = useQuery({ query: RouteAdviceDocument, variables: { answers } });
  const set = (part: Partial<RouteAnswersInput>) => setAnswers({ ...answers, ...part });
  const delivers = answers.goal === 'DELIVER';
  return (
    <Page narrow>
      <PageHead>
        <PageHeading title={t`Tư vấn lộ trình`}>
          <Trans>Tư vấn lộ trình</Trans>
        </PageHeading>
        <Lead>
          <Trans>Trả lời vài câu hỏi để biết những đường đi pháp lý có thể phù hợp và các loại hợp đồng có thể xem xét.</Trans>
        </Lead>
      </PageHead>
      <Stack>
        <Notice tone="warning">
          <Trans>Đây là thông tin định hướng, không phải tư vấn pháp lý. Mục ghi «Chưa kiểm chứng» phải được đối chiếu với văn bản gốc trước khi dùng.</Trans>
        </Notice>
        <Ask id="goal" label={<Trans>Mục đích</Trans>} labels={routeGoalLabels} value={answers.goal} onChange={(goal) => set({ goal })} />
        {delivers && (
          <>
            <Ask id="capital" label={<Trans>Vốn của ai</Trans>} labels={routeCapitalLabels} value={answers.capital} onChange={(capital) => set({ capital })} />
            <Ask id="payer" label={<Trans>Cuối cùng ai trả tiền</Trans>} labels={routePayerLabels} value={answers.payer} onChange={(payer) => set({ payer })} />
            <Ask id="scope" label={<Trans>Làm gì</Trans>} labels={routeScopeLabels} value={answers.scope} onChange={(scope) => set({ scope })} />
            <Ask
              id="technology"
              label={<Trans>Có phải công nghệ cao, đổi mới sáng tạo, nền tảng số hoặc kỹ năng số</Trans>}
              labels={technologyLabels}
              value={answers.technology ? 'YES' : 'NO'}
              onChange={(answer) => set({ technology: answer === 'YES' })}
            />
            <Ask id="proposer" label={<Trans>Ai đề xuất</Trans>} labels={routeProposerLabels} value={answers.proposer} onChange={(proposer) => set({ proposer })} />
          </>
        )}
        <Answer result={result} retry={retry} skeleton={<Skeleton blocks={['8rem', '8rem']} />}>
          {({ routeAdvice }) => (
            <Section title={<Trans>Đường đi có thể phù hợp</Trans>}>
              <div aria-live="polite">
                {routeAdvice.paths.length === 0 ? (
                  <p>
                    <Trans>Không có quy tắc nào khớp với các câu trả lời này. Hãy hỏi cơ quan pháp chế.</Trans>
                  </p>
                ) : (
                  <Stack>
                    {routeAdvice.paths.map((path) => (
                      <PathItem key={path.code} path={path} />
                    ))}
                  </Stack>
                )}
              </div>
              <Soft>
                <Trans>Các quy tắc được rà soát lần cuối ngày {formatDate(routeAdvice.asOf)}.</Trans>
              </Soft>
            </Section>
          )}
        </Answer>
      </Stack>
    </Page>
  );
}

interface AskProps<Value extends string> {
  id: string;
  label: React.ReactNode;
  labels: Record<Value, MessageDescriptor>;
  value: Value;
  onChange: (value: Value) => void;
}

function Ask<Value extends string>({ id, label, labels, value, onChange }: AskProps<Value>) {
  const { i18n } = useLingui();
  return (
    <OptionGroup id={id} label={label}>
      {valuesOf(labels).map((choice) => (
        <Option key={choice} type="radio" name={id} value={choice} checked={choice === value} onChange={() => onChange(choice)}>
          {i18n._(labels[choice])}
        </Option>
      ))}
    </OptionGroup>
  );
}

function PathItem({ path }: { path: Path }) {
  const { i18n } = useLingui();
  const [name, explanation, note] = [localized(path.name), localized(path.explanation), localized(path.source.note)];
  const { document, issuedOn, verified } = path.source;
  return (
    <article>
      <Row>
        <h3>{name.text}</h3>
        {verified ? (
          <Tag tone="positive" icon="check">
            <Trans>Đã đối chiếu nguồn</Trans>
          </Tag>
        ) : (
          <Tag tone="warning" icon="warning">
            <Trans>Chưa kiểm chứng</Trans>
          </Tag>
        )}
      </Row>
      <p>{explanation.text}</p>
      {path.contractTypes.length > 0 && (
        <p>
          <Trans>Loại hợp đồng có thể xem xét: {formatList(path.contractTypes.map((type) => i18n._(contractTypeLabels[type])))}</Trans>
        </p>
      )}
      <Soft>
        {document && issuedOn && (
          <>
            <Trans>
              Nguồn: {document}, ngày {formatDate(issuedOn)}.
            </Trans>{' '}
          </>
        )}
        {note.text}
      </Soft>
    </article>
  );
}
