import { afterEach, expect, it, vi } from 'vitest';
import { makePasskey, signWithPasskey } from './passkeys';

const request = JSON.stringify({ challenge: 'AQID', rpId: 'localhost', allowCredentials: [] });
const bytes = (...values: number[]) => new Uint8Array(values).buffer;

function browserAnswers(method: 'get' | 'create', answer: () => Promise<unknown>) {
  vi.stubGlobal('PublicKeyCredential', () => undefined);
  vi.stubGlobal('navigator', { credentials: { [method]: vi.fn(answer) } });
}

afterEach(() => vi.unstubAllGlobals());

it('gives the server what the device signed, in base64url', async () => {
  const response = { authenticatorData: bytes(1), clientDataJSON: bytes(2), signature: bytes(255, 254), userHandle: null };
  browserAnswers('get', async () => ({ id: 'AQ', rawId: bytes(1), type: 'public-key', response, getClientExtensionResults: () => ({}) }));
  const outcome = await signWithPasskey(request);
  expect(outcome.kind).toBe('done');
  expect(outcome.kind === 'done' && JSON.parse(outcome.answer)).toMatchObject({ id: 'AQ', response: { signature: '__4' } });
});

it.each([
  ['NotAllowedError', 'declined'],
  ['AbortError', 'withdrawn'],
  ['SecurityError', 'failed'],
] as const)('tells what %s means', async (name, kind) => {
  browserAnswers('get', () => Promise.reject(Object.assign(new Error('no'), { name })));
  expect(await signWithPasskey(request)).toEqual({ kind });
});

it('knows that a device has a passkey already', async () => {
  browserAnswers('create', () => Promise.reject(Object.assign(new Error('no'), { name: 'InvalidStateError' })));
  const options = JSON.stringify({ challenge: 'AQID', rp: { id: 'localhost' }, user: { id: 'AQ' }, pubKeyCredParams: [] });
  expect(await makePasskey(options)).toEqual({ kind: 'known' });
});
