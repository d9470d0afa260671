import { Trans, useLingui } from '@lingui/react/macro';
import { formatMoneyRange } from '@/i18n/format';
import { facetLabels } from '@/i18n/searchLabels';
import { Button } from '@/ui/Button';
import { Icon } from '@/ui/Icon';
import styles from './Search.module.css';
import { amountOf, chosenOf, facets, narrowed, withChosen } from './criteria';
import type { SearchAddress } from './search';
import { useNames } from './useNames';

interface Props {
  address: SearchAddress;
  onChange: (address: SearchAddress) => void;
}

/** What the results are narrowed to, each with its way out. */
export function Chips({ address, onChange }: Props) {
  const { t, i18n } = useLingui();
  const nameOf = useNames();
  const budget = formatMoneyRange({ min: amountOf(address.tu), max: amountOf(address.den), currency: 'VND' });
  const chips = facets.flatMap(([facet]) => {
    const chosen = chosenOf(address, facet);
    return chosen.map((value) => ({ key: `${facet} ${value}`, list: i18n._(facetLabels[facet]), name: nameOf(facet, value), without: withChosen(address, facet, chosen.filter((one) => one !== value)) }));
  });
  if (budget) {
    const { trang: _, tu: __, den: ___, ...without } = address;
    chips.push({ key: 'budget', list: t`Kinh phí`, name: budget, without });
  }
  if (chips.length === 0) return null;
  return (
    <ul className={styles['chips']} role="list" aria-label={t`Đang lọc theo`}>
      {chips.map(({ key, list, name, without }) => (
        <li key={key}>
          <button type="button" className={styles['chip']} onClick={() => onChange(without)}>
            <span className="visually-hidden">
              <Trans>Bỏ lọc</Trans>{' '}
            </span>
            {list}: {name}
            <Icon name="cross" size={16} />
          </button>
        </li>
      ))}
      {narrowed(address) && (
        <li className="no-print">
          <Button tone="quiet" onClick={() => onChange(address.q ? { q: address.q } : {})}>
            <Trans>Bỏ mọi điều kiện</Trans>
          </Button>
        </li>
      )}
    </ul>
  );
}
