import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type FormEvent } from 'react';
import { formatNumber } from '@/i18n/format';
import { facetLabels } from '@/i18n/searchLabels';
import { moneyToType, parseMoney } from '@/i18n/money';
import { Button } from '@/ui/Button';
import { Option, OptionGroup, TextField } from '@/ui/Field';
import styles from './Search.module.css';
import { amountOf, chosenOf, facets, withChosen, type Facet } from './criteria';
import type { SearchAddress } from './search';
import type { SearchQuery } from './search.gql';
import { useNames } from './useNames';

/** Values of one list before "more". */
const shortest = 6;

interface Props {
  address: SearchAddress;
  counts: SearchQuery['search']['facets'];
  onChange: (address: SearchAddress) => void;
}

const roomy = () => window.matchMedia('(width >= 56rem)').matches;

/** What the results can be narrowed to, and how many there would be. Each box takes effect at once; on a phone they are folded away. */
export function Facets({ address: arrived, counts, onChange }: Props) {
  const [unfolded] = useState(roomy);
  // A box answers the pointer at once; the address follows a moment later.
  const [asked, setAsked] = useState({ from: arrived, to: arrived });
  const address = asked.from === arrived ? asked.to : arrived;
  const change = (to: SearchAddress) => {
    setAsked({ from: arrived, to });
    onChange(to);
  };
  return (
    <details className={`${styles['facets']} no-print`} open={unfolded}>
      <summary>
        <Trans>Bộ lọc</Trans>
      </summary>
      <div className={styles['lists']}>
        {facets.map(([facet]) => (
          <List key={facet} facet={facet} address={address} counts={counts} onChange={change} />
        ))}
        <Budget key={`${address.tu} ${address.den}`} address={address} onChange={change} />
      </div>
    </details>
  );
}

function List({ facet, address, counts, onChange }: Props & { facet: Facet }) {
  const { i18n } = useLingui();
  const nameOf = useNames();
  const chosen = chosenOf(address, facet);
  const [asked, setAll] = useState(false);
  const found = counts.filter(({ key }) => key === facet);
  // What is chosen stays where it can be taken back, even when nothing has it.
  const missing = chosen.filter((value) => !found.some((one) => one.value === value)).map((value) => ({ value, count: 0 }));
  const values = [...missing, ...found];
  if (values.length === 0) return null;
  const all = asked || values.length <= shortest + 1;
  const shown = all ? values : values.filter(({ value }, index) => index < shortest || chosen.includes(value));
  const hidden = values.length - shown.length;
  return (
    <OptionGroup id={`loc-${facet}`} label={i18n._(facetLabels[facet])}>
      {shown.map(({ value, count }) => (
        <Option
          key={value}
          type="checkbox"
          checked={chosen.includes(value)}
          onChange={({ target }) => onChange(withChosen(address, facet, target.checked ? [...chosen, value] : chosen.filter((one) => one !== value)))}
        >
          {nameOf(facet, value)} <span className={styles['count']}>({formatNumber(count)})</span>
        </Option>
      ))}
      {hidden > 0 && (
        <Button tone="quiet" onClick={() => setAll(true)}>
          <Trans>
            Thêm {hidden}
            <span className="visually-hidden">: {i18n._(facetLabels[facet])}</span>
          </Trans>
        </Button>
      )}
    </OptionGroup>
  );
}

function Budget({ address, onChange }: Omit<Props, 'counts'>) {
  const { t } = useLingui();
  const [problems, setProblems] = useState<{ tu?: string; den?: string }>({});
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [tu, den] = [parseMoney(String(form.get('tu'))), parseMoney(String(form.get('den')))];
    const unread = t`Không đọc được số tiền này. Ví dụ: 5 tỷ, 500 triệu`;
    const found: typeof problems = { ...(tu === undefined && { tu: unread }), ...(den === undefined && { den: unread }) };
    if (tu && den && BigInt(tu) > BigInt(den)) found.den = t`Số tiền cao nhất phải lớn hơn số thấp nhất`;
    setProblems(found);
    const wrong = found.tu ? 'loc-tu' : found.den ? 'loc-den' : null;
    if (wrong) return document.getElementById(wrong)?.focus();
    const { trang: _, tu: __, den: ___, ...rest } = address;
    onChange({ ...rest, ...(tu && { tu }), ...(den && { den }) });
  };
  return (
    <form className={styles['budget']} onSubmit={submit} noValidate>
      <fieldset>
        <legend>
          <Trans>Kinh phí</Trans>
        </legend>
        <TextField id="loc-tu" name="tu" label={<Trans>Từ</Trans>} hint={<Trans>Ví dụ: 5 tỷ, 500 triệu</Trans>} defaultValue={moneyToType(amountOf(address.tu))} error={problems.tu} autoComplete="off" />
        <TextField id="loc-den" name="den" label={<Trans>Đến</Trans>} defaultValue={moneyToType(amountOf(address.den))} error={problems.den} autoComplete="off" />
        <Button type="submit">
          <Trans>Lọc theo kinh phí</Trans>
        </Button>
      </fieldset>
    </form>
  );
}
