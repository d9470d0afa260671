import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { formatDate } from '@/i18n/format';
import { ruleLabel } from '@/i18n/rules';
import { Notice } from '@/ui/Panel';

interface Props {
  review: { id: string; decidedAt: string | null; rule: string | null; reason: string | null; decidedBy: string | null } | null;
  reason: string | null;
}

/** Why the alliance sent it back: above the form, so that it is read while mending. */
export function SentBack({ review, reason }: Props) {
  const { i18n } = useLingui();
  const rule = ruleLabel(review?.rule ?? null);
  return (
    <Notice tone="warning">
      <strong>
        <Trans>Liên minh đề nghị chỉnh sửa</Trans>
      </strong>
      {rule && <p>{i18n._(rule)}</p>}
      <p style={{ whiteSpace: 'pre-line' }}>{review?.reason ?? reason}</p>
      {review?.decidedAt && (
        <p>
          {review.decidedBy} · {formatDate(review.decidedAt)} ·{' '}
          <Link to="/khieu-nai/$id" params={{ id: review.id }}>
            <Trans>Xem quyết định, khiếu nại</Trans>
          </Link>
        </p>
      )}
    </Notice>
  );
}
