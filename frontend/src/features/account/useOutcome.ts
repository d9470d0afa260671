import { useState } from 'react';
import type { CombinedError } from 'urql';
import { useServerErrors } from '@/app/useServerErrors';
import type { SummaryItem } from '@/ui/ErrorSummary';

/** What became of the last thing that a section did: what was refused, for its summary, or one sentence of success. */
export function useOutcome() {
  const server = useServerErrors();
  const [own, setOwn] = useState<SummaryItem[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [done, setDone] = useState('');
  const raise = () => setAttempt((count) => count + 1);
  const clear = () => {
    server.clear();
    setOwn([]);
    setDone('');
  };
  const items = own.length > 0 ? own : server.items;
  return {
    items,
    attempt,
    done,
    clear,
    messageOf: (field: string) => items.find((item) => item.field === field)?.message,
    refuse: (error: CombinedError) => {
      clear();
      server.refuse(error);
      raise();
    },
    /** What the form itself has to say. */
    remark: (...remarks: SummaryItem[]) => {
      clear();
      setOwn(remarks);
      raise();
    },
    succeed: (sentence: string) => {
      clear();
      setDone(sentence);
    },
  };
}

export type Outcome = ReturnType<typeof useOutcome>;
