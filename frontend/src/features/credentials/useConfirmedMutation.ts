import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { useCallback, useEffect, useRef } from 'react';
import { useMutation, type AnyVariables, type CombinedError, type OperationResult } from 'urql';
import { hasCode } from '@/app/errors';
import { confirmation } from './confirmation';

/**
 * As `useMutation`, for what the server does only after a fresh proof of who it is: asks for one and sends the
 * mutation again. Whoever closes the dialog gets the server's refusal; nothing that was typed is lost.
 */
export function useConfirmedMutation<Data, Variables extends AnyVariables>(document: TypedDocumentNode<Data, Variables>) {
  const [state, execute] = useMutation<Data, Variables>(document);
  // A proof may bring back rights, and with them a new client: the second try is the new one's.
  const latest = useRef(execute);
  useEffect(() => {
    latest.current = execute;
  }, [execute]);
  const confirmed = useCallback(
    (variables: Variables): Promise<OperationResult<Data, Variables>> => withConfirmation(() => latest.current(variables)),
    [],
  );
  return [state, confirmed] as const;
}

/** The same for any request. */
export async function withConfirmation<Result extends { error?: CombinedError | undefined }>(send: () => Promise<Result>): Promise<Result> {
  const result = await send();
  if (!hasCode(result.error, 'IDENTITY_UNCONFIRMED')) return result;
  return (await confirmation.ask()) ? send() : result;
}
