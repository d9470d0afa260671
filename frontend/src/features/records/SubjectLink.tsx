import { useLingui } from '@lingui/react';
import { Link } from '@tanstack/react-router';
import styles from './Records.module.css';
import { subjectOf } from './records';

interface Props {
  id: string;
  /** Decisions are read in the queue by the alliance, and on a page of their own by those whom they concern. */
  staff?: boolean;
}

/** What it is, with the end of its id to tell it from others; the whole id is the link's address. */
export function SubjectLink({ id, staff = false }: Props) {
  const { i18n } = useLingui();
  const kind = subjectOf(id);
  if (!kind) return <span className={styles['id']}>{id || '–'}</span>;
  const name = (
    <>
      {i18n._(kind.label)} <span className={styles['id']}>…{id.slice(-6)}</span>
    </>
  );
  if (id.startsWith('rev_')) {
    return staff ? (
      <Link to="/quan-tri" search={{ muc: id }}>
        {name}
      </Link>
    ) : (
      <Link to="/khieu-nai/$id" params={{ id }}>
        {name}
      </Link>
    );
  }
  return kind.to ? (
    <Link to={kind.to} params={{ id }}>
      {name}
    </Link>
  ) : (
    <span title={id}>{name}</span>
  );
}
