import { Trans } from '@lingui/react/macro';
import { Tag } from '@/ui/Tag';

/** For what an expert may be asked. */
export function Availability({ of: { evaluator, consortiumPartner } }: { of: { evaluator: boolean; consortiumPartner: boolean } }) {
  return (
    <>
      {evaluator && (
        <Tag tone="accent" icon="eye">
          <Trans>Nhận lời đánh giá</Trans>
        </Tag>
      )}
      {consortiumPartner && (
        <Tag tone="accent" icon="link">
          <Trans>Nhận lời vào liên danh</Trans>
        </Tag>
      )}
    </>
  );
}
