import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState, type PointerEvent, type MouseEvent } from 'react';
import { formatNumber } from '@/i18n/format';
import mapUrl from './map.json?url';
import styles from './VietnamMap.module.css';

export interface Province {
  id: string;
  code: string;
  name: string;
  needs: number;
}

type MapData = typeof import('./map.json');

const shades = 4;

/** Where the names stand, in the map's own units. */
const labels = { hoangsa: [1180, 715], truongsa: [1330, 1245], eastSea: [1010, 1040] } as const;

function codeUnder(event: { target: EventTarget }): string | null {
  return event.target instanceof SVGElement ? (event.target.dataset['code'] ?? null) : null;
}

interface Props {
  provinces: Province[];
  /** Code of the unit that the reader points at, here or in the list. */
  pointed: string | null;
  onPoint: (code: string | null) => void;
}

/**
 * The 34 units, shaded by their number of needs, with both archipelagos. Opened by the pointer only:
 * the list and the table beside it say the same with links, and light up what they name.
 */
export function VietnamMap({ provinces, pointed, onPoint }: Props) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [map, setMap] = useState<MapData | null>(null);

  // As data, not as script: it is parsed faster. Without it the list and the table still say everything.
  useEffect(() => {
    const leaving = new AbortController();
    fetch(mapUrl, { signal: leaving.signal })
      .then((answer) => answer.json())
      .then(setMap, () => undefined);
    return () => leaving.abort();
  }, []);

  const byCode = new Map(provinces.map((province) => [province.code, province]));
  const most = Math.max(1, ...provinces.map((province) => province.needs));
  const shadeOf = (code: string) => Math.ceil(((byCode.get(code)?.needs ?? 0) / most) * shades);
  const shown = pointed ? byCode.get(pointed) : undefined;

  const open = (event: MouseEvent<SVGSVGElement>) => {
    const province = byCode.get(codeUnder(event) ?? '');
    if (province) void navigate({ to: '/nhu-cau', search: { tinh: province.id } });
  };
  const point = (event: PointerEvent<SVGSVGElement>) => onPoint(codeUnder(event));

  return (
    <figure className={styles['figure']}>
      <div className={styles['box']}>
        {map && (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- the table has the same links for the keyboard
          <svg
            viewBox={map.viewBox.join(' ')}
            role="img"
            aria-label={t`Bản đồ Việt Nam gồm 34 tỉnh, thành phố, quần đảo Hoàng Sa và quần đảo Trường Sa, tô theo số nhu cầu. Số liệu có trong bảng bên cạnh.`}
            onClick={open}
            onPointerOver={point}
            onPointerLeave={() => onPoint(null)}
          >
            {map.units.map(({ code, d }) => (
              <path key={code} d={d} data-code={code} className={`${styles[`shade${shadeOf(code)}`]} ${code === pointed ? styles['lit'] : ''}`} />
            ))}
            {map.archipelagos.map(({ id, unit, d }) => (
              <path key={id} d={d} data-archipelago={id} data-code={unit} className={styles['islets']} />
            ))}
            <text x={labels.hoangsa[0]} y={labels.hoangsa[1]}>{t`Quần đảo Hoàng Sa`}</text>
            <text x={labels.truongsa[0]} y={labels.truongsa[1]}>{t`Quần đảo Trường Sa`}</text>
            <text x={labels.eastSea[0]} y={labels.eastSea[1]} className={styles['sea']}>{t`Biển Đông`}</text>
          </svg>
        )}
        <p className={styles['pointed']} aria-hidden="true">
          {shown && (
            <>
              <strong>{shown.name}</strong> {formatNumber(shown.needs)} <Trans>nhu cầu</Trans>
            </>
          )}
        </p>
      </div>
      <figcaption className={styles['caption']}>
        <span className={styles['legend']} aria-hidden="true">
          0
          {Array.from({ length: shades + 1 }, (_, shade) => (
            <svg key={shade} width="24" height="12">
              <rect width="24" height="12" className={styles[`shade${shade}`]} />
            </svg>
          ))}
          {formatNumber(most)}
        </span>
        <span>
          <Trans>
            Đường nét: <a href="https://www.npmjs.com/package/@svg-maps/vietnam">@svg-maps/vietnam</a>,{' '}
            <a href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a>, gộp theo 34 đơn vị từ 1/7/2025.
          </Trans>
        </span>
      </figcaption>
    </figure>
  );
}
