import type { ReactNode } from 'react';
import { EmptyState } from '@/ui/EmptyState';
import { Page, PageHead } from '@/ui/Page';
import { PageHeading } from '@/ui/PageHeading';

interface Props {
  /** Title of the window. */
  title: string;
  heading: ReactNode;
  /** Why, and what to do. */
  what: ReactNode;
  children?: ReactNode;
  /** The way to begin again. */
  action: ReactNode;
}

/** A letter's link that is used, old, or was opened without what stands behind its `#`. */
export function LinkOver({ title, heading, what, children, action }: Props) {
  return (
    <Page narrow>
      <PageHead>
        <PageHeading key="over" title={title}>
          {heading}
        </PageHeading>
      </PageHead>
      <EmptyState title={what} action={action}>
        {children}
      </EmptyState>
    </Page>
  );
}
