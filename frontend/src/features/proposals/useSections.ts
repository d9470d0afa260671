import { useLingui } from '@lingui/react/macro';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { useClient } from 'urql';
import type { Problem } from '@/app/errors';
import { answerOf, Autosave, type SaveState } from '@/features/editing';
import type { ProposalSectionInput, ProposalSectionName } from '@/graphql-types';
import { formatTime } from '@/i18n/format';
import { announce } from '@/ui/Announcer';
import { CreateProposalDocument, SaveProposalSectionDocument, type SectionShownFragment } from './proposals.gql';
import { contentOf, placeOf, sectionNames, sectionValues, type SectionValues } from './sections';

type State = SaveState<Problem[]>;

interface Stored {
  id: string;
  version: number;
  sections: readonly SectionShownFragment[];
}

interface Options {
  form: UseFormReturn<SectionValues>;
  stored: Stored | null;
  needId: string;
  organizationId: string;
  whole: string;
  onMade: (id: string) => void;
}

/** What stands at the foot of the page: the section that needs most attention speaks for all. */
const weight: State['kind'][] = ['conflict', 'refused', 'failed', 'saving', 'dirty', 'saved', 'idle'];

const later = (task: () => void, ms: number) => {
  const timer = setTimeout(task, ms);
  return () => clearTimeout(timer);
};

/** Saves each section of a proposal by itself while it is written; the first change begins the draft. */
export function useSections({ form, stored, needId, organizationId, whole, onMade }: Options) {
  const { t, i18n } = useLingui();
  const client = useClient();
  const draft = useRef({ id: stored?.id ?? null, version: stored?.version ?? 0, clientKey: crypto.randomUUID() });
  const begun = useRef<Promise<{ id: string } | { answer: ReturnType<typeof answerOf> }> | null>(null);
  const theirs = useRef<Partial<Record<ProposalSectionName, SectionShownFragment>>>({});
  const made = useRef(onMade);
  made.current = onMade;

  const begin = async () => {
    const content = { language: 'VI' as const, summary: '', approach: '' };
    const input = { clientKey: draft.current.clientKey, needId, organizationId, content };
    const answer = answerOf(await client.mutation(CreateProposalDocument, { input }), ({ createProposal }) => createProposal.proposal, i18n);
    if (!('saved' in answer)) return { answer };
    draft.current.id = answer.saved.id;
    draft.current.version = Math.max(draft.current.version, answer.saved.version);
    made.current(answer.saved.id);
    return { id: answer.saved.id };
  };

  /** The draft's id; several sections that are saved at once begin it once. */
  const ensure = async () => {
    if (draft.current.id) return { id: draft.current.id };
    begun.current ??= begin();
    const result = await begun.current;
    begun.current = null;
    return result;
  };

  const save = async (name: ProposalSectionName, content: ProposalSectionInput, version: number) => {
    const there = await ensure();
    const answer =
      'answer' in there
        ? there.answer
        : await client.mutation(SaveProposalSectionDocument, { input: { proposalId: there.id, section: name, version, content } }).then((result) => {
            const saved = result.data?.saveProposalSection;
            if (saved) draft.current.version = Math.max(draft.current.version, saved.proposal.version);
            if (saved?.conflict) {
              theirs.current[name] = saved.section;
              return { stale: true } as const;
            }
            return answerOf(result, ({ saveProposalSection }) => ({ id: there.id, version: saveProposalSection.section.version }), i18n);
          });
    if ('saved' in answer) return { kind: 'saved', version: answer.saved.version } as const;
    if ('stale' in answer) return { kind: 'stale' } as const;
    if ('refused' in answer) {
      return { kind: 'refused', problem: answer.refused.map((problem) => ({ ...problem, field: problem.field && placeOf(problem.field, name) })) } as const;
    }
    return { kind: 'unreachable' } as const;
  };

  const [saves] = useState(() => {
    const of = (name: ProposalSectionName) => {
      const version = stored?.sections.find((section) => section.name === name)?.version ?? 0;
      return new Autosave<ProposalSectionInput, Problem[]>({ save: (content, known) => save(name, content, known ?? 0), now: Date.now, later }, version);
    };
    return sectionNames.map((name) => ({ name, autosave: of(name) }));
  });

  const subscribe = (listener: () => void) => {
    const ends = saves.map(({ autosave }) => autosave.subscribe(listener));
    return () => ends.forEach((end) => end());
  };
  const worst = () => saves.map(({ autosave }) => autosave.state).reduce((one, other) => (weight.indexOf(other.kind) < weight.indexOf(one.kind) ? other : one));
  const state = useSyncExternalStore(subscribe, worst);
  const conflicts = saves.filter(({ autosave }) => autosave.state.kind === 'conflict').map(({ name }) => name);

  const shape = (values: SectionValues, name: ProposalSectionName) => JSON.stringify(contentOf(values, name));
  const known = useRef<Record<string, string>>({});
  if (Object.keys(known.current).length === 0) for (const name of sectionNames) known.current[name] = shape(form.getValues(), name);

  useEffect(
    () =>
      form.subscribe({
        formState: { values: true },
        callback: ({ values }) => {
          for (const { name, autosave } of saves) {
            const now = shape(values, name);
            if (now === known.current[name]) continue;
            known.current[name] = now;
            autosave.change(contentOf(values, name));
          }
        },
      }),
    [form, saves],
  );

  useEffect(() => {
    const flushAll = () => Promise.all(saves.map(({ autosave }) => autosave.flush()));
    const leave = (event: BeforeUnloadEvent) => {
      if (!saves.some(({ autosave }) => autosave.unsaved)) return;
      void flushAll();
      event.preventDefault();
    };
    window.addEventListener('beforeunload', leave);
    return () => {
      window.removeEventListener('beforeunload', leave);
      void flushAll();
    };
  }, [saves]);

  const said = useRef<State['kind'] | null>(null);
  useEffect(() => {
    const { kind } = state;
    if (kind === said.current || kind === 'dirty' || kind === 'saving' || kind === 'idle') return;
    said.current = kind;
    if (kind === 'saved') announce(t`Đã lưu ${formatTime(new Date(state.at).toISOString())}`);
    else if (kind === 'conflict') announce(t`Một phần của đề xuất đã được sửa ở nơi khác. Hãy chọn bản cần giữ.`);
    else if (kind === 'refused') announce(t`Chưa lưu được: có chỗ cần sửa.`);
    else announce(t`Chưa lưu được, hệ thống sẽ tự thử lại. Hãy giữ trang này mở.`);
  }, [state, t]);

  return {
    state,
    conflicts,
    theirs: (name: ProposalSectionName) => theirs.current[name] ?? null,
    keepMine: (name: ProposalSectionName) => {
      const version = theirs.current[name]?.version;
      if (version !== undefined) void saves.find((one) => one.name === name)?.autosave.keepMine(version);
    },
    takeTheirs: (name: ProposalSectionName) => {
      const section = theirs.current[name];
      if (!section) return;
      const values = { ...form.getValues(), [name]: sectionValues(name, section, whole) };
      known.current[name] = shape(values, name);
      form.setValue(name, values[name]);
      saves.find((one) => one.name === name)?.autosave.takeTheirs(section.version);
    },
    /** Saves what is not saved; the draft when the server has it all. */
    flush: async () => {
      // One after another: the first of them begins the draft.
      let all = true;
      for (const { autosave } of saves) all = (await autosave.flush()) && all;
      return all && draft.current.id ? { id: draft.current.id, version: draft.current.version } : null;
    },
  };
}
