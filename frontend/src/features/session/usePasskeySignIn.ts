import { useCallback, useEffect, useState } from 'react';
import { useClient, type CombinedError } from 'urql';
import type { Grant } from '@/app/session';
import { canOfferPasskeys, offerPasskeys, signWithPasskey, stopAskingForPasskeys } from '@/features/credentials';
import { BeginPasskeySignInDocument, SignInWithPasskeyDocument } from './sign-in.gql';

/** A challenge is good for ten minutes: a page that stands longer gets a new one. */
const renewOfferMs = 9 * 60_000;

export type PasskeySignIn = { kind: 'done'; grant: Grant } | { kind: 'refused'; error: CombinedError } | { kind: 'declined' } | { kind: 'withdrawn' };

/** One question to the server, one to the device, one answer to the server. */
function useCeremony() {
  const client = useClient();
  return useCallback(
    async (ask: typeof signWithPasskey): Promise<PasskeySignIn> => {
      const begun = await client.mutation(BeginPasskeySignInDocument, {}).toPromise();
      if (begun.error) return { kind: 'refused', error: begun.error };
      const { challenge, passkeyOptions } = begun.data!.beginPasskeySignIn.challenge;
      const outcome = await ask(passkeyOptions ?? '');
      if (outcome.kind !== 'done') return { kind: outcome.kind === 'withdrawn' ? 'withdrawn' : 'declined' };
      const { data, error } = await client.mutation(SignInWithPasskeyDocument, { input: { challenge, passkey: outcome.answer } }).toPromise();
      return data ? { kind: 'done', grant: data.signInWithPasskey } : { kind: 'refused', error: error! };
    },
    [client],
  );
}

interface Props {
  /** Passkeys work at this address. */
  available: boolean;
  /** Also offer them in the field of the address, until the reader leaves. */
  autofill: boolean;
  onOutcome: (outcome: PasskeySignIn) => void;
}

/** Signing in with a passkey: by a button, and by what the browser lists in the field of the address. */
export function usePasskeySignIn({ available, autofill, onOutcome }: Props) {
  const ceremony = useCeremony();
  const [asking, setAsking] = useState(false);
  const [round, setRound] = useState(0);

  useEffect(() => {
    if (!available || !autofill) return;
    let wanted = true;
    const again = () => wanted && setRound((count) => count + 1);
    const timer = setTimeout(again, renewOfferMs);
    void (async () => {
      if (!(await canOfferPasskeys()) || !wanted) return;
      const outcome = await ceremony((options) => (wanted ? offerPasskeys(options) : Promise.resolve({ kind: 'withdrawn' })));
      // Nobody asked for it, so what is refused before a passkey was chosen is not worth a word.
      if (wanted && outcome.kind === 'done') onOutcome(outcome);
    })();
    return () => {
      wanted = false;
      clearTimeout(timer);
      stopAskingForPasskeys();
    };
    // eslint-disable-next-line react/exhaustive-deps -- the offer stands while the form is drawn anew
  }, [available, autofill, ceremony, round]);

  const sign = async () => {
    if (asking) return;
    setAsking(true);
    const outcome = await ceremony(signWithPasskey);
    setAsking(false);
    onOutcome(outcome);
    if (outcome.kind !== 'done') setRound((count) => count + 1);
  };

  return { asking, sign };
}
