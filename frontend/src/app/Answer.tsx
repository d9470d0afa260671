import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import type { CombinedError } from 'urql';
import { ErrorState } from '@/ui/ErrorState';
import { Skeleton } from '@/ui/Skeleton';
import { appError, describe } from './errors';

interface Result<Data> {
  data?: Data | undefined;
  error?: CombinedError | undefined;
  fetching: boolean;
}

interface Props<Data> {
  /** The first half of what `useQuery` gives; the second is `retry`, undefined where the same question can only fail again. */
  result: Result<Data>;
  retry: ((options: { requestPolicy: 'network-only' }) => void) | undefined;
  /** Outline of the final layout; false where something else already says that work is going on. */
  skeleton?: ReactNode;
  children: (data: Data) => ReactNode;
}

/** One of four: the outline, what went wrong with a way to try again, the data, or the data with a remark. */
export function Answer<Data>({ result, retry, skeleton = <Skeleton />, children }: Props<Data>) {
  const { i18n } = useLingui();
  const { data, error, fetching } = result;
  const problem = error && (
    <ErrorState
      message={describe(appError(error), i18n)}
      retry={retry && (() => retry({ requestPolicy: 'network-only' }))}
      retrying={fetching}
    />
  );
  if (data) {
    return (
      <>
        {problem}
        {children(data)}
      </>
    );
  }
  return problem ?? skeleton;
}
