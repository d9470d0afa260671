import { CombinedError } from '@urql/core';
import { GraphQLError } from 'graphql';
import { expect, it } from 'vitest';
import { appError, hasCode } from './errors';

const refusal = (extensions: Record<string, unknown>) => new CombinedError({ graphQLErrors: [new GraphQLError('Hãy nhập tên', { extensions })] });

it('keeps the server’s code, sentence and problems', () => {
  const problems = [{ field: 'input.name', code: 'REQUIRED', message: 'Hãy nhập tên' }];
  expect(appError(refusal({ code: 'INVALID_INPUT', problems }))).toEqual({ kind: 'refused', code: 'INVALID_INPUT', message: 'Hãy nhập tên', problems, retryAfter: null });
});

it('makes a problem of a single field', () => {
  const error = appError(refusal({ code: 'PASSWORD_WEAK', field: 'email' }));
  expect(error).toMatchObject({ problems: [{ field: 'email', code: 'PASSWORD_WEAK', message: 'Hãy nhập tên' }] });
});

it('does not trust a code that it does not know', () => {
  expect(appError(refusal({ code: 'TEAPOT' }))).toEqual({ kind: 'unknown', status: null });
});

it('tells an unreachable server from a server in trouble', () => {
  const networkError = new Error('fetch failed');
  expect(appError(new CombinedError({ networkError }))).toEqual({ kind: 'offline' });
  expect(appError(new CombinedError({ networkError, response: { status: 502 } }))).toEqual({ kind: 'unknown', status: 502 });
  expect(appError(new CombinedError({ networkError, response: { status: 503 } }))).toMatchObject({ code: 'UNAVAILABLE' });
});

it('knows how long to wait', () => {
  expect(appError(refusal({ code: 'RATE_LIMITED', retryAfter: 42 }))).toMatchObject({ code: 'RATE_LIMITED', retryAfter: 42 });
  expect(appError(refusal({ code: 'RATE_LIMITED', retryAfter: 'soon' }))).toMatchObject({ retryAfter: null });
});

it('asks for codes', () => {
  expect(hasCode(refusal({ code: 'TOKEN_EXPIRED' }), 'UNAUTHENTICATED', 'TOKEN_EXPIRED')).toBe(true);
  expect(hasCode(undefined, 'TOKEN_EXPIRED')).toBe(false);
});
