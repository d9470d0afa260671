import { Trans } from '@lingui/react/macro';
import { useEffect, useId, useRef } from 'react';
import { useQuery } from 'urql';
import { Soft } from '@/ui/Panel';
import { AdviceList } from './AdviceList';
import styles from './Market.module.css';
import { NeedAdviceDocument, OfferAdviceDocument, type AdviceFragment } from './market.gql';

export interface EditorAdviceProps {
  what: 'need' | 'offer';
  id: string;
  /** When the draft was saved last, in milliseconds; null while it is being changed. */
  savedAt: number | null;
}

/** Asks again after each save; what stands there stays until the answer comes. */
export function EditorAdvice({ what, ...of }: EditorAdviceProps) {
  return what === 'need' ? <OfNeed {...of} /> : <OfOffer {...of} />;
}

type Of = Omit<EditorAdviceProps, 'what'>;

function useAfterEachSave(savedAt: number | null, ask: () => void) {
  const known = useRef(savedAt);
  useEffect(() => {
    if (savedAt === null || savedAt === known.current) return;
    known.current = savedAt;
    ask();
  }, [savedAt, ask]);
}

function OfNeed({ id, savedAt }: Of) {
  const [{ data, error }, ask] = useQuery({ query: NeedAdviceDocument, variables: { id }, requestPolicy: 'network-only' });
  useAfterEachSave(savedAt, ask);
  return <Beside advice={data?.needSuggestions.advice} failed={error !== undefined} />;
}

function OfOffer({ id, savedAt }: Of) {
  const [{ data, error }, ask] = useQuery({ query: OfferAdviceDocument, variables: { id }, requestPolicy: 'network-only' });
  useAfterEachSave(savedAt, ask);
  return <Beside advice={data?.offerAdvice} failed={error !== undefined} />;
}

function Beside({ advice, failed }: { advice: readonly AdviceFragment[] | undefined; failed: boolean }) {
  const titleId = useId();
  if (!advice && !failed) return null;
  return (
    <section className={styles['beside']} aria-labelledby={titleId}>
      <h2 id={titleId}>
        <Trans>Điều gì làm tăng điểm phù hợp</Trans>
      </h2>
      {!advice ? (
        <Soft>
          <Trans>Chưa tải được lời khuyên. Lần lưu sau sẽ thử lại; việc soạn không bị ảnh hưởng.</Trans>
        </Soft>
      ) : advice.length === 0 ? (
        <Soft>
          <Trans>Chưa có lời khuyên: so với những gì đang có trên sàn, bản đã lưu không thiếu gì, hoặc chưa có gì để so sánh.</Trans>
        </Soft>
      ) : (
        <>
          <AdviceList advice={advice} />
          <Soft>
            <Trans>Tính theo bản đã lưu và mười kết nối tốt nhất hiện nay; chỉ ghi thêm điều đúng sự thật.</Trans>
          </Soft>
        </>
      )}
    </section>
  );
}
