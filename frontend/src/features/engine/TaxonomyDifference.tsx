import { Plural, Trans } from '@lingui/react/macro';
import { Soft } from '@/ui/Panel';
import { Fact, SummaryList } from '@/ui/SummaryList';
import styles from './Engine.module.css';

/** Ids that are shown at once; more are counted. */
const shown = 30;

/** Against the edition that the engine uses now. */
export function TaxonomyDifference({ difference: { added, removed, changed } }: { difference: Record<'added' | 'removed' | 'changed', readonly string[]> }) {
  if (added.length + removed.length + changed.length === 0) {
    return (
      <Soft>
        <Trans>Không khác ấn bản đang dùng.</Trans>
      </Soft>
    );
  }
  return (
    <SummaryList>
      <Fact name={<Trans>Thêm</Trans>}>{added.length > 0 && <Ids ids={added} />}</Fact>
      <Fact name={<Trans>Bỏ</Trans>}>{removed.length > 0 && <Ids ids={removed} />}</Fact>
      <Fact name={<Trans>Sửa</Trans>}>{changed.length > 0 && <Ids ids={changed} />}</Fact>
    </SummaryList>
  );
}

function Ids({ ids }: { ids: readonly string[] }) {
  const more = ids.length - shown;
  return (
    <span className={styles['code']}>
      {ids.slice(0, shown).join(', ')}
      {more > 0 && (
        <>
          {' '}
          <Plural value={more} one="và # khái niệm nữa" other="và # khái niệm nữa" />
        </>
      )}
    </span>
  );
}
