import { setupI18n } from '@lingui/core';
import type { MessageDescriptor } from '@lingui/core';
import { buildSchema, isEnumType } from 'graphql';
import { expect, it } from 'vitest';
import sdl from '../../schema.graphql?raw';
import * as accountLabels from './accountLabels';
import * as agreementLabels from './agreementLabels';
import * as evaluationLabels from './evaluationLabels';
import * as wellFormedLabels from './wellFormedLabels';
import * as labels from './labels';
import { messages as enAccount } from './locales/en/account.po';
import { messages as enDirectory } from './locales/en/directory.po';
import { messages as en } from './locales/en/messages.po';
import { messages as enSearch } from './locales/en/search.po';
import { messages as enWorkspace } from './locales/en/workspace.po';
import { messages as viAccount } from './locales/vi/account.po';
import { messages as viDirectory } from './locales/vi/directory.po';
import { messages as vi } from './locales/vi/messages.po';
import { messages as viSearch } from './locales/vi/search.po';
import { messages as viWorkspace } from './locales/vi/workspace.po';
import * as organizationLabels from './organizationLabels';
import { ruleLabels } from './rules';
import * as searchLabels from './searchLabels';
import * as staffLabels from './staffLabels';
import * as workLabels from './workLabels';

/** Enums that nobody reads as a word: they steer the page or have sentences of their own. */
const silent = ['ErrorCode', 'ChallengeMethod', 'NeedAction', 'OfferAction', 'MatchAction', 'ProposalAction', 'OrganizationAction', 'ReviewAction', 'JointCallAction', 'JointCallPartAction', 'EvaluationAction', 'ConflictKind', 'AgreementAction', 'CheckReason', 'ConsortiumAction', 'ConsortiumMemberAction'];

const tables: Record<string, MessageDescriptor>[] = Object.values({ ...labels, ...accountLabels, ...agreementLabels, ...evaluationLabels, ...organizationLabels, ...searchLabels, ...staffLabels, ...wellFormedLabels, ...workLabels, ruleLabels }).filter((table) => typeof table === 'object');
const enums = Object.values(buildSchema(sdl).getTypeMap()).filter((type) => isEnumType(type) && !type.name.startsWith('__') && !silent.includes(type.name));

it.each(enums.map((type) => [type.name, type] as const))('every value of %s has a word', (_, type) => {
  const values = isEnumType(type) ? type.getValues().map(({ name }) => name).toSorted() : [];
  expect(tables.map((table) => Object.keys(table).toSorted())).toContainEqual(values);
});

it.each(tables.flatMap((table) => Object.entries(table)))('%s is said in both languages', (_, label) => {
  const i18n = setupI18n({ locale: 'vi', messages: { vi: { ...vi, ...viAccount, ...viDirectory, ...viSearch, ...viWorkspace }, en: { ...en, ...enAccount, ...enDirectory, ...enSearch, ...enWorkspace } } });
  const vietnamese = i18n._(label);
  i18n.activate('en');
  expect([vietnamese, i18n._(label)]).not.toContain(label.id);
});

it('a sentence of two catalogues is translated once', () => {
  // They are merged as they are fetched: the later one would change what stands on the page.
  const seen: Record<string, unknown> = {};
  for (const [id, said] of [en, enAccount, enDirectory, enSearch, enWorkspace].flatMap((catalogue) => Object.entries(catalogue))) {
    seen[id] ??= said;
    expect(said, id).toEqual(seen[id]);
  }
});
