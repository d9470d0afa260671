import { Trans } from '@lingui/react/macro';
import { fullNameOf, nameOf, shortNameOf } from '@/i18n/bilingual';
import { formatList } from '@/i18n/format';
import type { PlaceNameFragment } from './catalogue.gql';

/** A place by today's name; a former unit says where it belongs now. */
export function PlaceText({ place, full = false }: { place: PlaceNameFragment; full?: boolean }) {
  const name = full ? fullNameOf(place) : shortNameOf(place);
  if (!place.successor) return name;
  const today = shortNameOf(place.successor);
  return (
    <Trans>
      {name} (nay thuộc {today})
    </Trans>
  );
}

interface Named {
  id: string;
  nameVi: string;
  nameEn: string;
}

/** "(gồm cả Bình Dương và Bà Rịa - Vũng Tàu trước đây)", for people who know the old names. */
export function FormerUnits({ place }: { place: Named & { formerUnits: Named[] } }) {
  const others = place.formerUnits.filter((unit) => unit.nameVi !== place.nameVi).map((unit) => nameOf(unit));
  if (others.length === 0) return null;
  const names = formatList(others);
  return <Trans>(gồm cả {names} trước đây)</Trans>;
}
