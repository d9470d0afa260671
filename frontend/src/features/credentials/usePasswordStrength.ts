import { useEffect, useState } from 'react';
import { useClient } from 'urql';
import type { CheckPasswordInput } from '@/graphql-types';
import { CheckPasswordDocument, type CheckPasswordMutation } from './credentials.gql';

export type Strength = CheckPasswordMutation['checkPassword'];
/** The names that a new password must not be built from, as far as the server cannot know them itself. */
export type Whose = Pick<CheckPasswordInput, 'name' | 'email' | 'organization'>;

const pauseMs = 400;
/** No password is longer; what is pasted by mistake need not travel at every letter. */
const longest = 1024;

/** What the server thinks of a password, a moment after the typing stops; null while it has not said. */
export function usePasswordStrength(password: string, { name, email, organization }: Partial<Whose>): Strength | null {
  const client = useClient();
  const [judged, setJudged] = useState<Strength | null>(null);
  useEffect(() => {
    if (password === '' || password.length > longest) return;
    let wanted = true;
    const timer = setTimeout(async () => {
      const input = { password, name: name ?? null, email: email ?? null, organization: organization ?? null };
      // A meter that cannot be asked is no reason to stop anybody: the form itself says what is wrong.
      const { data } = await client.mutation(CheckPasswordDocument, { input }).toPromise();
      if (wanted && data) setJudged(data.checkPassword);
    }, pauseMs);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [client, password, name, email, organization]);
  // The word of a moment ago stays until the next one: it must not flicker at every letter.
  return password === '' || password.length > longest ? null : judged;
}
