import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { Answer } from '@/app/Answer';
import { useViewer } from '@/app/SessionProvider';
import { StaffForbidden } from '@/features/account';
import { Lead, Page, PageHead, Section } from '@/ui/Page';
import { PageHeading } from '@/ui/PageHeading';
import { Columns, Panel, Soft } from '@/ui/Panel';
import { Skeleton } from '@/ui/Skeleton';
import { Distributions } from './Distributions';
import styles from './Engine.module.css';
import { LearntWeights } from './LearntWeights';
import { MostPoints } from './MostPoints';
import { Quality } from './Quality';
import { Corpus, Taxonomy, Versions } from './Standing';
import { TaxonomyEditor } from './TaxonomyEditor';
import { EngineDocument } from './engine.gql';

/** How the matching engine stands, and the weights that administrators may let it learn. */
export function EnginePage() {
  const { staffRole } = useViewer();
  if (staffRole !== 'ADMINISTRATOR') {
    return (
      <StaffForbidden>
        <Trans>Tình trạng của bộ ghép nối và trọng số chỉ quản trị viên của Liên minh xem được. Quản trị viên khác cấp được quyền này.</Trans>
      </StaffForbidden>
    );
  }
  return <Standing />;
}

function Standing() {
  const { t } = useLingui();
  const [result, retry] = useQuery({ query: EngineDocument, requestPolicy: 'cache-and-network' });
  return (
    <Page>
      <PageHead>
        <PageHeading title={t`Bộ ghép nối`}>
          <Trans>Bộ ghép nối</Trans>
        </PageHeading>
        <Lead>
          <Trans>Bộ ghép nối chấm độ phù hợp giữa nhu cầu với giải pháp và chuyên gia. Trang này cho biết nó đang chạy với gì, xếp hạng tốt đến đâu, và học được gì từ các quyết định.</Trans>
        </Lead>
      </PageHead>
      <Answer result={result} retry={retry} skeleton={<Skeleton blocks={['14rem', '14rem', '24rem']} />}>
        {({ engine }) => (
          <div className={styles['sections']}>
            <Columns>
              <Panel>
                <Section title={<Trans>Phiên bản</Trans>}>
                  <Versions engine={engine} />
                </Section>
              </Panel>
              <Panel>
                <Section title={<Trans>Dữ liệu đang nắm</Trans>}>
                  <Corpus engine={engine} />
                </Section>
              </Panel>
            </Columns>
            <Section title={<Trans>Danh mục khái niệm</Trans>}>
              <Taxonomy engine={engine} />
              <TaxonomyEditor />
            </Section>
            <Section title={<Trans>Điểm tối đa của từng yếu tố</Trans>}>
              <Soft>
                <Trans>Mỗi yếu tố góp từ 0 đến số điểm này; cộng lại tối đa là 100 điểm.</Trans>
              </Soft>
              <Columns>
                <MostPoints title={<Trans>Nhu cầu với giải pháp</Trans>} weights={engine.weights} />
                <MostPoints title={<Trans>Nhu cầu với chuyên gia</Trans>} weights={engine.expertWeights} />
              </Columns>
            </Section>
            <Section title={<Trans>Mức đạt trên các gợi ý đang chờ</Trans>}>
              <Distributions distributions={engine.distributions} />
            </Section>
            <Section title={<Trans>Chất lượng xếp hạng</Trans>}>
              <Quality quality={engine.quality} />
            </Section>
            <Section title={<Trans>Trọng số học từ quyết định</Trans>}>
              <LearntWeights current={engine.weights} learnt={engine.learntWeights} />
            </Section>
          </div>
        )}
      </Answer>
    </Page>
  );
}
