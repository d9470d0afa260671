import { CombinedError } from '@urql/core';
import { GraphQLError } from 'graphql';
import { expect, it, vi } from 'vitest';
import { confirmation } from './confirmation';
import { withConfirmation } from './useConfirmedMutation';

const unconfirmed = { error: new CombinedError({ graphQLErrors: [new GraphQLError('Hãy xác nhận', { extensions: { code: 'IDENTITY_UNCONFIRMED' } })] }) };
const done = { error: undefined, data: 1 };

it('sends again what was refused, once the reader proved who it is', async () => {
  const send = vi.fn().mockResolvedValueOnce(unconfirmed).mockResolvedValueOnce(done);
  const result = withConfirmation(send);
  await vi.waitFor(() => expect(confirmation.asking).toBe(true));
  confirmation.settle(true);
  expect(await result).toBe(done);
  expect(confirmation.asking).toBe(false);
});

it('gives the refusal to whoever closes the dialog', async () => {
  const send = vi.fn().mockResolvedValue(unconfirmed);
  const result = withConfirmation(send);
  await vi.waitFor(() => expect(confirmation.asking).toBe(true));
  confirmation.settle(false);
  expect(await result).toBe(unconfirmed);
  expect(send).toHaveBeenCalledOnce();
});

it('asks nobody when nothing has to be proven', async () => {
  expect(await withConfirmation(() => Promise.resolve(done))).toBe(done);
  expect(confirmation.asking).toBe(false);
});

it('asks one question of two who wait', async () => {
  const heard = vi.fn();
  const leave = confirmation.subscribe(heard);
  const answers = [confirmation.ask(), confirmation.ask()];
  confirmation.settle(true);
  leave();
  expect(await Promise.all(answers)).toEqual([true, true]);
  expect(heard).toHaveBeenCalledTimes(2);
});
