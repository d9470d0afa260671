import type { I18n } from '@lingui/core';
import type { OperationResult } from 'urql';
import { appError, hasCode, type Problem } from '@/app/errors';
import type { SaveResult } from './autosave';
import { refusalOf } from './problems';

interface Saved {
  id: string;
  version: number;
}

type Answer = { saved: Saved } | { stale: true } | { refused: Problem[] } | { unreachable: true };

interface Calls<Content> {
  create: (content: Content, clientKey: string) => Promise<Answer>;
  update: (id: string, version: number, content: Content) => Promise<Answer>;
  /** The draft exists from now on. */
  started: (id: string) => void;
}

/** What a mutation's result means to the autosave. */
export function answerOf<Data>({ data, error }: OperationResult<Data>, saved: (data: Data) => Saved, i18n: I18n): Answer {
  if (data && !error) return { saved: saved(data) };
  if (!error || hasCode(error, 'UNAVAILABLE', 'RATE_LIMITED', 'UNAUTHENTICATED', 'TOKEN_EXPIRED')) return { unreachable: true };
  if (hasCode(error, 'STALE_VERSION')) return { stale: true };
  return appError(error).kind === 'refused' ? { refused: refusalOf(error, i18n) } : { unreachable: true };
}

/**
 * Creates the draft with the first content and updates it afterwards. When the answer to the first request is
 * lost, the same key and the same content are sent again, so that there is never a second draft.
 */
export function draftSaver<Content>(id: string | null, { create, update, started }: Calls<Content>) {
  let draft = id;
  let first: { content: Content; clientKey: string } | null = null;

  const result = (answer: Answer): SaveResult<Problem[]> => {
    if ('saved' in answer) return { kind: 'saved', version: answer.saved.version };
    if ('stale' in answer) return { kind: 'stale' };
    if ('refused' in answer) return { kind: 'refused', problem: answer.refused };
    return { kind: 'unreachable' };
  };

  return async (content: Content, version: number | null): Promise<SaveResult<Problem[]>> => {
    if (draft !== null && version !== null) return result(await update(draft, version, content));
    first ??= { content, clientKey: crypto.randomUUID() };
    const made = await create(first.content, first.clientKey);
    if ('refused' in made) first = null;
    if (!('saved' in made)) return result(made);
    draft = made.saved.id;
    started(draft);
    if (first?.content === content) return result(made);
    return result(await update(draft, made.saved.version, content));
  };
}
