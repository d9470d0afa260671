import type { I18n } from '@lingui/core';
import type { Client } from 'urql';
import type { Problem } from '@/app/errors';
import { answerOf, Autosave, type SaveState } from '@/features/editing';
import type { SectionShownFragment } from '@/features/proposal-content';
import type { ProposalSectionInput, ProposalSectionName } from '@/graphql-types';
import { CreateProposalDocument, SaveProposalSectionDocument } from './proposals.gql';
import { contentOf, placeOf, sectionNames, type SectionValues } from './sections';

export type SectionsState = SaveState<Problem[]>;

interface Stored {
  id: string;
  version: number;
  sections: readonly SectionShownFragment[];
}

interface Where {
  client: Client;
  i18n: I18n;
  stored: Stored | null;
  needId: string;
  organizationId: string;
  values: SectionValues;
  onMade: (id: string) => void;
}

type Answer = ReturnType<typeof answerOf>;

/** What stands at the foot of the page: the section that needs most attention speaks for all. */
const weight: SectionsState['kind'][] = ['conflict', 'refused', 'failed', 'saving', 'dirty', 'saved', 'idle'];

const later = (task: () => void, ms: number) => {
  const timer = setTimeout(task, ms);
  return () => clearTimeout(timer);
};

const shapeOf = (values: SectionValues, name: ProposalSectionName) => JSON.stringify(contentOf(values, name));

/** Saves each section of a proposal by itself; the first change begins the draft. */
export class SectionSaver {
  #where: Where;
  #id: string | null;
  #version: number;
  #clientKey = crypto.randomUUID();
  #begun: Promise<{ id: string } | { answer: Answer }> | null = null;
  #theirs = new Map<ProposalSectionName, SectionShownFragment>();
  /** What was last known to be there: touching a field without changing what would be saved is no change. */
  #known: Map<ProposalSectionName, string>;
  #saves: { name: ProposalSectionName; autosave: Autosave<ProposalSectionInput, Problem[]> }[];

  constructor(where: Where) {
    this.#where = where;
    this.#id = where.stored?.id ?? null;
    this.#version = where.stored?.version ?? 0;
    this.#known = new Map(sectionNames.map((name) => [name, shapeOf(where.values, name)]));
    this.#saves = sectionNames.map((name) => {
      const version = where.stored?.sections.find((section) => section.name === name)?.version ?? 0;
      const save = (content: ProposalSectionInput, known: number | null) => this.#save(name, content, known ?? 0);
      return { name, autosave: new Autosave<ProposalSectionInput, Problem[]>({ save, now: Date.now, later }, version) };
    });
  }

  get state(): SectionsState {
    return this.#saves.map(({ autosave }) => autosave.state).reduce((one, other) => (weight.indexOf(other.kind) < weight.indexOf(one.kind) ? other : one));
  }

  get unsaved(): boolean {
    return this.#saves.some(({ autosave }) => autosave.unsaved);
  }

  get conflicts(): ProposalSectionName[] {
    return this.#saves.filter(({ autosave }) => autosave.state.kind === 'conflict').map(({ name }) => name);
  }

  subscribe = (listener: () => void): (() => void) => {
    const ends = this.#saves.map(({ autosave }) => autosave.subscribe(listener));
    return () => {
      for (const end of ends) end();
    };
  };

  change(values: SectionValues) {
    for (const { name, autosave } of this.#saves) {
      const shape = shapeOf(values, name);
      if (shape === this.#known.get(name)) continue;
      this.#known.set(name, shape);
      autosave.change(contentOf(values, name));
    }
  }

  /** Conflict: what the server has. */
  theirs(name: ProposalSectionName): SectionShownFragment | null {
    return this.#theirs.get(name) ?? null;
  }

  keepMine(name: ProposalSectionName) {
    const version = this.#theirs.get(name)?.version;
    if (version !== undefined) void this.#of(name)?.keepMine(version);
  }

  /** `values` is the form with the server's section in it. */
  takeTheirs(name: ProposalSectionName, values: SectionValues) {
    const version = this.#theirs.get(name)?.version;
    if (version === undefined) return;
    this.#known.set(name, shapeOf(values, name));
    this.#of(name)?.takeTheirs(version);
  }

  /** Begins the draft where there is none yet; why it could not be, in words. */
  async begin(): Promise<{ id: string } | { problem: string | null }> {
    const there = await this.#ensure();
    if ('id' in there) return there;
    const { answer } = there;
    return { problem: 'refused' in answer ? (answer.refused[0]?.message ?? null) : null };
  }

  /** Something beside the sections changed the proposal. */
  changedElsewhere(version: number) {
    this.#version = Math.max(this.#version, version);
  }

  /** Saves what is not saved; the draft when the server has it all. */
  async flush(): Promise<{ id: string; version: number } | null> {
    let all = true;
    // One after another: the first of them begins the draft.
    for (const { autosave } of this.#saves) all = (await autosave.flush()) && all;
    return all && this.#id ? { id: this.#id, version: this.#version } : null;
  }

  #of(name: ProposalSectionName) {
    return this.#saves.find((one) => one.name === name)?.autosave;
  }

  async #begin(): Promise<{ id: string } | { answer: Answer }> {
    const { client, i18n, needId, organizationId, onMade } = this.#where;
    const content = { language: 'VI' as const, summary: '', approach: '' };
    const result = await client.mutation(CreateProposalDocument, { input: { clientKey: this.#clientKey, needId, organizationId, content } });
    const answer = answerOf(result, ({ createProposal }) => createProposal.proposal, i18n);
    if (!('saved' in answer)) return { answer };
    this.#id = answer.saved.id;
    this.#version = Math.max(this.#version, answer.saved.version);
    onMade(answer.saved.id);
    return { id: answer.saved.id };
  }

  /** The draft's id; several sections that are saved at once begin it once. */
  async #ensure() {
    if (this.#id) return { id: this.#id };
    this.#begun ??= this.#begin().finally(() => (this.#begun = null));
    return this.#begun;
  }

  async #send(id: string, name: ProposalSectionName, content: ProposalSectionInput, version: number): Promise<Answer> {
    const { client, i18n } = this.#where;
    const result = await client.mutation(SaveProposalSectionDocument, { input: { proposalId: id, section: name, version, content } });
    const saved = result.data?.saveProposalSection;
    if (saved) this.#version = Math.max(this.#version, saved.proposal.version);
    if (saved?.conflict) {
      this.#theirs.set(name, saved.section);
      return { stale: true };
    }
    return answerOf(result, ({ saveProposalSection }) => ({ id, version: saveProposalSection.section.version }), i18n);
  }

  async #save(name: ProposalSectionName, content: ProposalSectionInput, version: number) {
    const there = await this.#ensure();
    const answer = 'answer' in there ? there.answer : await this.#send(there.id, name, content, version);
    if ('saved' in answer) return { kind: 'saved', version: answer.saved.version } as const;
    if ('stale' in answer) return { kind: 'stale' } as const;
    if ('refused' in answer) {
      const problem = answer.refused.map((one) => ({ ...one, field: one.field && placeOf(one.field, name) }));
      return { kind: 'refused', problem } as const;
    }
    return { kind: 'unreachable' } as const;
  }
}
