import { CombinedError } from '@urql/core';
import { saveFile } from '@/app/download';
import { session } from '@/app/transport';
import { locale } from '@/i18n/locale';

/** What the server takes; `docs/api.md` says the same. */
export const takenTypes = ['application/pdf', 'image/png', 'image/jpeg'];
export const mostBytes = 10 * 1024 * 1024;

export interface StoredFile {
  id: string;
  name: string;
  size: number;
}

type Purpose = 'certificate' | 'verification' | 'agreement';
export type Answer<Value> = { value: Value; error?: never } | { value?: never; error: CombinedError };

/** With the reader's token; once more with a fresh one when the server finds it too old. */
async function send(address: string, request: RequestInit): Promise<Response> {
  const ask = () =>
    fetch(address, { ...request, cache: 'no-store', headers: { ...(request.headers as Record<string, string>), ...(session.token ? { authorization: `Bearer ${session.token}` } : {}), 'accept-language': locale } });
  if (session.needsRenewal) await session.renew();
  const response = await ask();
  return response.status === 401 && (await session.renew()) ? ask() : response;
}

/** The same errors as GraphQL's. */
async function refusal(response: Response): Promise<CombinedError> {
  const body = (await response.json().catch(() => null)) as { errors?: { message: string; extensions?: Record<string, unknown> }[] } | null;
  return new CombinedError({ graphQLErrors: body?.errors ?? [], ...(body ? {} : { networkError: new Error(response.statusText) }), response });
}

async function answerOf<Value>(sent: Promise<Response>, read: (response: Response) => Promise<Value>): Promise<Answer<Value>> {
  try {
    const response = await sent;
    return response.ok ? { value: await read(response) } : { error: await refusal(response) };
  } catch (error) {
    return { error: new CombinedError({ networkError: error instanceof Error ? error : new Error(String(error)) }) };
  }
}

function upload<Value>(address: string, file: File): Promise<Answer<Value>> {
  const headers = { 'content-type': file.type, 'x-file-name': encodeURIComponent(file.name.normalize('NFC')) };
  return answerOf(send(address, { method: 'POST', headers, body: file }), async (response) => (await response.json()) as Value);
}

/** The bytes travel by themselves, before the form that names them; unused ones are gone after a day. */
export async function uploadFile(purpose: Purpose, organizationId: string, file: File): Promise<Answer<StoredFile>> {
  const { value, error } = await upload<{ file: StoredFile }>(`/files?${new URLSearchParams({ purpose, organizationId }).toString()}`, file);
  return error ? { error } : { value: value.file };
}

/** Adds a file to a proposal's draft, which has another version with it. */
export const attachFile = (proposalId: string, file: File) => upload<{ attachment: StoredFile & { path: string }; version: number }>(`/proposals/${proposalId}/attachments`, file);

/** A link would go without the token; so the page fetches the file and hands it over. */
export async function saveStoredFile({ path, name }: { path: string; name: string }): Promise<CombinedError | null> {
  const { value, error } = await answerOf(send(path, {}), (response) => response.blob());
  if (error) return error;
  saveFile(name, value);
  return null;
}
