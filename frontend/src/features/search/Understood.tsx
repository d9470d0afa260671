import { Trans } from '@lingui/react/macro';
import { fullNameOf, localized } from '@/i18n/bilingual';
import { formatList } from '@/i18n/format';
import { Icon } from '@/ui/Icon';
import styles from './Search.module.css';
import type { SearchQuery } from './search.gql';

/** How the words were understood, and why something is found that does not say them. */
export function Understood({ concepts, places }: Pick<SearchQuery['search'], 'concepts' | 'places'>) {
  const known = places.filter(({ place }) => place !== null);
  if (concepts.length === 0 && known.length === 0) return null;
  // A domain and a concept of the taxonomy may bear one name.
  const named = new Map(concepts.map(({ name }) => [localized(name).text.toLocaleLowerCase(), localized(name).text]));
  const names = formatList([...named.values()]);
  return (
    <div className={styles['understood']}>
      <Icon name="info" />
      <div>
        {known.map(({ words, place, former }) => (
          <p key={words}>
            {former ? (
              <Trans>
                {fullNameOf(former)} nay thuộc <strong>{fullNameOf(place!)}</strong>, nên kết quả gồm cả những gì ở {fullNameOf(place!)}.
              </Trans>
            ) : (
              <Trans>
                “{words}” là một địa bàn: kết quả gồm cả những gì ở <strong>{fullNameOf(place!)}</strong>.
              </Trans>
            )}
          </p>
        ))}
        {concepts.length > 0 && (
          <p>
            <Trans>
              Hiểu là <strong>{names}</strong>, tìm cả bằng tiếng Việt và tiếng Anh.
            </Trans>
          </p>
        )}
      </div>
    </div>
  );
}
