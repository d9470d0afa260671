import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import { Answer } from '@/app/Answer';
import { localized } from '@/i18n/bilingual';
import { formatNumber, formatPoints } from '@/i18n/format';
import { BilingualText } from '@/ui/BilingualText';
import { Soft, TableBox } from '@/ui/Panel';
import styles from './Engine.module.css';
import { WeightsMovesDocument, type WeightsMovesQuery } from './engine.gql';

type Move = WeightsMovesQuery['engine']['learntWeights'][number]['moves'][number];

/** What these weights would change; asked for when somebody wants to see it. */
export function Comparison({ id, version }: { id: string; version: string }) {
  const [open, setOpen] = useState(false);
  return (
    <details className={styles['more']} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <Trans>
          Gợi ý nào sẽ đổi điểm, đổi chỗ<span className="visually-hidden"> ({version})</span>
        </Trans>
      </summary>
      {open && <Moves id={id} version={version} />}
    </details>
  );
}

function Moves({ id, version }: { id: string; version: string }) {
  const [result, retry] = useQuery({ query: WeightsMovesDocument, requestPolicy: 'network-only' });
  return (
    <Answer result={result} retry={retry}>
      {({ engine }) => <MovesTable version={version} moves={engine.learntWeights.find((one) => one.id === id)?.moves ?? []} />}
    </Answer>
  );
}

function MovesTable({ version, moves }: { version: string; moves: readonly Move[] }) {
  const { t } = useLingui();
  if (moves.length === 0) {
    return (
      <Soft>
        <Trans>Không gợi ý nào đang chờ đổi điểm hay đổi chỗ.</Trans>
      </Soft>
    );
  }
  return (
    <>
      <TableBox label={t`Thay đổi nếu áp dụng ${version}`}>
        <table className={styles['moves']}>
          <thead>
            <tr>
              <th scope="col">
                <Trans>Gợi ý đang chờ</Trans>
              </th>
              <th scope="col">
                <Trans>Điểm</Trans>
              </th>
              <th scope="col">
                <Trans>Hạng trong nhu cầu</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {moves.map((move) => (
              <tr key={move.match.id}>
                <th scope="row">
                  <Link to="/ket-noi/$id" params={{ id: move.match.id }}>
                    <BilingualText value={move.match.offer.title} />
                  </Link>
                  <p className={styles['small']}>
                    {localized(move.match.offer.organization.legalName).text} → <BilingualText value={move.match.need.title} />
                  </p>
                </th>
                <td>
                  <Change before={formatPoints(move.scoreBefore)} after={formatPoints(move.scoreAfter)} />
                </td>
                <td>
                  <Change before={formatNumber(move.rankBefore)} after={formatNumber(move.rankAfter)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
      <Soft>
        <Trans>Những gợi ý đổi chỗ đứng trước; hiện nhiều nhất 100 gợi ý.</Trans>
      </Soft>
    </>
  );
}

function Change({ before, after }: { before: string; after: string }) {
  return (
    <span className={`numeric ${styles['change']}`}>
      {before} <span aria-hidden="true">→</span>
      <span className="visually-hidden">
        <Trans>thành</Trans>
      </span>{' '}
      {after}
    </span>
  );
}
