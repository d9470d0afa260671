import { WebLink } from '@/features/portfolio';
import type { Researcher } from './ResearcherPage';
import styles from './Researchers.module.css';

export function Publications({ publications }: { publications: Researcher['publications'] }) {
  return (
    <ul className={styles['publications']} role="list">
      {publications.map(({ title, venue, year, doi, url }) => (
        <li key={`${title} ${year}`}>
          <span className={styles['title']}>{title}</span>
          <span className={styles['soft']}>{[venue, String(year)].filter(Boolean).join(' · ')}</span>
          {doi ? <WebLink address={`https://doi.org/${doi}`} /> : url && <WebLink address={url} />}
        </li>
      ))}
    </ul>
  );
}
