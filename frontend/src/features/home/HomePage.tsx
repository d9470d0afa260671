import { Trans } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { Answer } from '@/app/Answer';
import { NeedCard } from '@/features/needs';
import { LinkButton } from '@/ui/Button';
import { CardGrid } from '@/ui/Card';
import { EmptyState } from '@/ui/EmptyState';
import { Skeleton } from '@/ui/Skeleton';
import { Figures } from './Figures';
import { Hero } from './Hero';
import styles from './home.module.css';
import { HomeDocument } from './home.gql';
import { NeedsByPlace } from './NeedsByPlace';
import { Steps } from './Steps';

export function HomePage() {
  const [result, retry] = useQuery({ query: HomeDocument });
  const { data } = result;
  return (
    <>
      <Hero />
      <Figures statistics={data?.statistics} />
      <div className={`wrap ${styles['sections']}`}>
        <NeedsByPlace places={data?.places ?? []} counts={data?.statistics.byPlace ?? []} />
        <section className={styles['section']}>
          <h2>
            <Trans>Nhu cầu mới đăng</Trans>
          </h2>
          <Answer result={result} retry={retry} skeleton={<Skeleton blocks={['22rem']} />}>
            {({ needs }) => <Newest needs={needs.nodes} />}
          </Answer>
        </section>
        <Steps />
      </div>
    </>
  );
}

function Newest({ needs }: { needs: (Parameters<typeof NeedCard>[0]['need'])[] }) {
  if (needs.length === 0) {
    return (
      <EmptyState title={<Trans>Chưa có nhu cầu nào đang mở</Trans>}>
        <Trans>Khi một địa phương đăng nhu cầu và Liên minh duyệt, nhu cầu hiện ở đây.</Trans>
      </EmptyState>
    );
  }
  return (
    <>
      <CardGrid>
        {needs.map((need) => (
          <li key={need.id}>
            <NeedCard need={need} heading="h3" />
          </li>
        ))}
      </CardGrid>
      <div>
        <LinkButton to="/nhu-cau">
          <Trans>Xem tất cả nhu cầu</Trans>
        </LinkButton>
      </div>
    </>
  );
}
