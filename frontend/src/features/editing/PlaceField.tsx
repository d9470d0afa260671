import { Trans, useLingui } from '@lingui/react/macro';
import { Suspense, lazy, use, useMemo, useState, type ReactNode } from 'react';
import { useController } from 'react-hook-form';
import { compareText, formatDate } from '@/i18n/format';
import { fullNameOf, nameOf } from '@/i18n/bilingual';
import { Skeleton } from '@/ui/Skeleton';
import { todaysPlaces, type PlaceChoice } from './choices';
import { MessagesContext } from './fields';

const ComboBox = lazy(() => import('@/ui/combobox/ComboBox'));

interface Props {
  name: string;
  places: PlaceChoice[];
  label: ReactNode;
  hint?: ReactNode;
  optional?: boolean;
}

/** One of today's 34 units; a former name finds the unit that it belongs to now. */
export function PlaceField({ name, places, label, hint, optional = false }: Props) {
  const { t } = useLingui();
  const { field } = useController({ name });
  const messageOf = use(MessagesContext);
  const byId = useMemo(() => new Map(places.map((place) => [place.id, place])), [places]);
  const chosen = (field.value as string | null) || null;
  const nameOfId = (id: string | null) => {
    const place = id ? byId.get(id) : undefined;
    return place ? fullNameOf(place) : '';
  };
  const [typed, setTyped] = useState(() => nameOfId(chosen));

  // Taken over from another version of the draft: the words follow the choice.
  const [shown, setShown] = useState(chosen);
  if (shown !== chosen) {
    setShown(chosen);
    setTyped(nameOfId(chosen));
  }

  const choices = useMemo(() => {
    const today = todaysPlaces(places).map((place) => ({ id: place.id, name: fullNameOf(place), note: undefined }));
    const former = places
      .flatMap((place) => {
        const now = place.successor && byId.get(place.successor.id);
        if (!now) return [];
        const until = place.validUntil ? formatDate(place.validUntil) : '';
        return [{ id: place.id, name: nameOf(place), note: t`Tên cũ, đến ${until}; nay thuộc ${fullNameOf(now)}` }];
      })
      .toSorted((a, b) => compareText(a.name, b.name));
    return [...today, ...former];
  }, [places, byId, t]);

  const choose = (id: string | null) => {
    const now = id ? (byId.get(id)?.successor?.id ?? id) : null;
    setShown(now);
    setTyped(nameOfId(now));
    field.onChange(now);
  };

  return (
    <Suspense fallback={<Skeleton blocks={['1.5rem', '2.875rem']} />}>
      <ComboBox
        id={name}
        label={label}
        hint={hint}
        error={messageOf(name)}
        optional={optional}
        choices={choices}
        chosen={chosen}
        typed={typed}
        onType={(text) => {
          setTyped(text);
          if (text === '' && chosen) choose(null);
        }}
        onChoose={choose}
        empty={<Trans>Không có tỉnh, thành phố nào tên như vậy.</Trans>}
      />
    </Suspense>
  );
}
