import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useMemo, useState, type SyntheticEvent } from 'react';
import { nameOf, shortNameOf } from '@/i18n/bilingual';
import { compareText, formatNumber } from '@/i18n/format';
import styles from './NeedsByPlace.module.css';
import type { HomeQuery } from './home.gql';
import { VietnamMap, type Province } from './VietnamMap';

interface Props {
  places: HomeQuery['places'];
  counts: HomeQuery['statistics']['byPlace'];
}

const shownBeside = 6;

/** The map, and the same figures as a list and a table. */
export function NeedsByPlace({ places, counts }: Props) {
  const provinces = useMemo(() => provincesOf(places, counts), [places, counts]);
  const [pointed, setPointed] = useState<string | null>(null);
  const point = ({ target }: SyntheticEvent) => setPointed(target instanceof Element ? (target.closest('a')?.dataset['code'] ?? null) : null);
  return (
    <section className={styles['section']}>
      {/* Names in the list light up on the map, for the keyboard as for the pointer. */}
      <div className={styles['text']} onFocus={point} onBlur={() => setPointed(null)} onPointerOver={point} onPointerLeave={() => setPointed(null)}>
        <h2>
          <Trans>Nơi đang cần lời giải</Trans>
        </h2>
        <p className={styles['lead']}>
          <Trans>Chọn một tỉnh, thành phố trên bản đồ để xem nhu cầu ở đó.</Trans>
        </p>
        <ol className={styles['top']} role="list">
          {provinces.slice(0, shownBeside).map((province) => province.needs > 0 && <Row key={province.id} province={province} />)}
        </ol>
        <details className={styles['all']}>
          <summary>
            <Trans>Bảng của cả 34 tỉnh, thành phố</Trans>
          </summary>
          <ProvinceTable provinces={provinces} />
        </details>
      </div>
      <VietnamMap provinces={provinces} pointed={pointed} onPoint={setPointed} />
    </section>
  );
}

function provincesOf(places: Props['places'], counts: Props['counts']): Province[] {
  const needs = new Map(counts.map((count) => [count.place.id, count.needs]));
  return places
    .map((place) => ({ id: place.id, code: place.code, name: shortNameOf(place), sorted: nameOf(place), needs: needs.get(place.id) ?? 0 }))
    .toSorted((a, b) => b.needs - a.needs || compareText(a.sorted, b.sorted));
}

function Row({ province }: { province: Province }) {
  return (
    <li>
      <Link to="/nhu-cau" search={{ tinh: province.id }} data-code={province.code}>
        {province.name}
      </Link>
      <span className="numeric">{formatNumber(province.needs)}</span>
    </li>
  );
}

function ProvinceTable({ provinces }: { provinces: Province[] }) {
  return (
    <table>
      <caption>
        <Trans>Số nhu cầu theo tỉnh, thành phố</Trans>
      </caption>
      <thead>
        <tr>
          <th scope="col">
            <Trans>Tỉnh, thành phố</Trans>
          </th>
          <th scope="col">
            <Trans>Nhu cầu</Trans>
          </th>
        </tr>
      </thead>
      <tbody>
        {provinces.map((province) => (
          <tr key={province.id}>
            <td>
              <Link to="/nhu-cau" search={{ tinh: province.id }} data-code={province.code}>
                {province.name}
              </Link>
            </td>
            <td className="numeric">{formatNumber(province.needs)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
