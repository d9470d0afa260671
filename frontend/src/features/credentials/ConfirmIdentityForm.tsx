import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { useMutation } from 'urql';
import { appError, describe } from '@/app/errors';
import { session } from '@/app/transport';
import { ErrorState } from '@/ui/ErrorState';
import { Stack } from '@/ui/Page';
import { Notice, Soft } from '@/ui/Panel';
import { Skeleton } from '@/ui/Skeleton';
import { ChallengeForm, type Proof } from './ChallengeForm';
import { confirmation } from './confirmation';
import { BeginConfirmationDocument, ConfirmIdentityDocument, type AskedChallengeFragment } from './credentials.gql';

/** Asks for the second factor, or for the password where there is none. */
export function ConfirmIdentityForm() {
  const { i18n } = useLingui();
  const [{ error, fetching }, begin] = useMutation(BeginConfirmationDocument);
  const [, confirm] = useMutation(ConfirmIdentityDocument);
  const [asked, setAsked] = useState<AskedChallengeFragment | null>(null);
  const [over, setOver] = useState('');

  const ask = () => begin({}).then(({ data }) => data && setAsked(data.beginConfirmation.challenge));
  useEffect(() => {
    void ask();
    // eslint-disable-next-line react/exhaustive-deps -- once; later ones are asked for
  }, []);

  const prove = async (proof: Proof) => {
    const named = 'password' in proof ? {} : { challenge: asked?.challenge ?? null };
    const input = { password: null, challenge: null, code: null, passkey: null, ...named, ...proof };
    const result = await confirm({ input });
    if (result.error) return result.error;
    // A proof with the second factor brings back what waited for it.
    if (session.state.viewer?.secondFactorMissing) await session.renew().catch(() => undefined);
    confirmation.settle(true);
    return null;
  };

  if (!asked) {
    return error ? <ErrorState message={describe(appError(error), i18n)} retry={() => void ask()} retrying={fetching} /> : <Skeleton blocks={['4rem', '2.875rem']} />;
  }
  return (
    <Stack>
      {over && (
        <Notice tone="warning">
          <p role="alert">{over}</p>
        </Notice>
      )}
      <ChallengeForm
        key={asked.challenge}
        asked={asked}
        action={<Trans>Xác nhận</Trans>}
        onProof={prove}
        onOver={(message) => {
          setOver(message);
          void ask();
        }}
      />
      {asked.methods.includes('PASSWORD') && (
        <Soft>
          <Trans>Chưa có mật khẩu? Hãy đăng xuất rồi đăng nhập lại: trong mười phút đầu không cần xác nhận.</Trans>
        </Soft>
      )}
    </Stack>
  );
}
