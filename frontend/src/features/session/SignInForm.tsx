import { useState, type ReactNode } from 'react';
import type { Grant } from '@/app/session';
import { session } from '@/app/transport';
import type { AskedChallengeFragment } from '@/features/credentials';
import { Stack } from '@/ui/Page';
import { Notice } from '@/ui/Panel';
import { FirstStep } from './FirstStep';
import { SecondStep } from './SecondStep';

interface Props {
  email?: string;
  ownPage?: boolean;
  /** A sign-in that came from another provider and waits for its second step. */
  waiting?: AskedChallengeFragment | null;
  onDone: () => void;
  onLeave?: () => void;
  children?: ReactNode;
}

/** Both steps of signing in; the second one only where there is one. */
export function SignInForm({ email = '', ownPage = false, waiting = null, onDone, onLeave, children }: Props) {
  const [asked, setAsked] = useState(waiting);
  const [over, setOver] = useState('');
  const [typed, setTyped] = useState(email);

  const accept = (grant: Grant) => {
    session.accept(grant);
    onDone();
  };
  if (asked) {
    return (
      <SecondStep
        key={asked.challenge}
        asked={asked}
        onGrant={accept}
        onBack={(why = '') => {
          setAsked(null);
          setOver(why);
        }}
      />
    );
  }
  return (
    <Stack>
      {over && (
        <Notice tone="warning">
          <p role="alert">{over}</p>
        </Notice>
      )}
      <FirstStep
        email={typed}
        ownPage={ownPage}
        onGrant={accept}
        onChallenge={(challenge, address) => {
          setOver('');
          setTyped(address);
          setAsked(challenge);
        }}
        onLeave={onLeave}
      >
        {children}
      </FirstStep>
    </Stack>
  );
}
