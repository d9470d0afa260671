import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { PlaceText } from '@/features/catalogue';
import { BilingualText } from '@/ui/BilingualText';
import { WebLink } from './WebLink';
import styles from './Portfolio.module.css';
import type { ReferenceShownFragment } from './portfolio.gql';

interface Props<Reference> {
  references: Reference[];
  renderMore?: (reference: Reference) => ReactNode;
}

export function ReferenceList<Reference extends ReferenceShownFragment>({ references, renderMore }: Props<Reference>) {
  const { t } = useLingui();
  return (
    <ul className={styles['list']} role="list" aria-label={t`Việc đã làm`}>
      {references.map((reference) => {
        const { id, project, client, place, year, description, url } = reference;
        return (
          <li key={id}>
            <div className={styles['item']}>
              <p className={styles['name']}>
                <BilingualText value={project} note />
              </p>
              <p>
                <Trans>Cho {client}</Trans>
                {place && (
                  <>
                    {' · '}
                    <PlaceText place={place} />
                  </>
                )}
                {' · '}
                <Trans>hoàn thành năm {String(year)}</Trans>
              </p>
              {(description.vi ?? description.en) && (
                <p className={styles['text']}>
                  <BilingualText value={description} />
                </p>
              )}
              {url && (
                <p>
                  <WebLink address={url} />
                </p>
              )}
            </div>
            {renderMore?.(reference)}
          </li>
        );
      })}
    </ul>
  );
}
