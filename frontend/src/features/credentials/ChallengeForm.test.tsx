import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { CombinedError } from '@urql/core';
import { GraphQLError } from 'graphql';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { messages as account } from '@/i18n/locales/vi/account.po';
import { messages } from '@/i18n/locales/vi/messages.po';
import { ChallengeForm, type Proof } from './ChallengeForm';

const refusal = (code: string, field: string, message: string) => new CombinedError({ graphQLErrors: [new GraphQLError(message, { extensions: { code, field } })] });

function shown(methods: ('CODE' | 'PASSWORD' | 'PASSKEY')[], onProof: (proof: Proof) => Promise<CombinedError | null>) {
  const onOver = vi.fn();
  render(
    <I18nProvider i18n={i18n}>
      <ChallengeForm asked={{ challenge: 'c', methods, passkeyOptions: methods.includes('PASSKEY') ? '{}' : null }} action="Xác nhận" onProof={onProof} onOver={onOver} />
    </I18nProvider>,
  );
  return { onOver, user: userEvent.setup() };
}

beforeEach(() => i18n.loadAndActivate({ locale: 'vi', messages: { ...messages, ...account } }));
afterEach(cleanup);

it('asks for what the server takes, and sends a code without its spaces', async () => {
  const onProof = vi.fn(async () => null);
  const { user } = shown(['CODE'], onProof);
  await user.click(screen.getByRole('button', { name: 'Xác nhận' }));
  expect(screen.getByRole('alert').textContent).toContain('Hãy nhập mã của ứng dụng xác thực');
  await user.type(screen.getByLabelText('Mã của ứng dụng xác thực'), ' 123456 ');
  await user.click(screen.getByRole('button', { name: 'Xác nhận' }));
  expect(onProof).toHaveBeenCalledExactlyOnceWith({ code: '123456' });
});

it('keeps a wrong code in its field, with the server’s sentence', async () => {
  const { user } = shown(['CODE'], async () => refusal('CODE_INVALID', 'code', 'Mã không đúng'));
  const field = screen.getByLabelText('Mã của ứng dụng xác thực');
  await user.type(field, '000000{Enter}');
  await waitFor(() => expect(field.getAttribute('aria-invalid')).toBe('true'));
  expect(screen.getByRole('link', { name: 'Mã không đúng' }).getAttribute('href')).toBe(`#${field.id}`);
  expect((field as HTMLInputElement).value).toBe('000000');
});

it('sends a password as it is typed', async () => {
  const onProof = vi.fn(async () => null);
  const { user } = shown(['PASSWORD'], onProof);
  await user.type(screen.getByLabelText('Mật khẩu'), '  cách hai đầu  {Enter}');
  expect(onProof).toHaveBeenCalledWith({ password: '  cách hai đầu  ' });
});

it('says when the challenge is over', async () => {
  const { user, onOver } = shown(['CODE'], async () => refusal('LINK_INVALID', 'challenge', 'Bước này đã hết hạn'));
  await user.type(screen.getByLabelText('Mã của ứng dụng xác thực'), '123456{Enter}');
  await waitFor(() => expect(onOver).toHaveBeenCalledWith('Bước này đã hết hạn'));
});

it('offers no passkey where the browser has none', () => {
  shown(['PASSKEY', 'CODE'], async () => null);
  expect(screen.queryByRole('button', { name: 'Dùng khóa truy cập' })).toBeNull();
});
