import { Trans } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';
import { useMutation } from 'urql';
import type { Grant } from '@/app/session';
import { ChallengeForm, type AskedChallengeFragment, type Proof } from '@/features/credentials';
import { Button } from '@/ui/Button';
import { Stack } from '@/ui/Page';
import { Soft } from '@/ui/Panel';
import styles from './form.module.css';
import { AnswerChallengeDocument } from './sign-in.gql';

interface Props {
  asked: AskedChallengeFragment;
  onGrant: (grant: Grant) => void;
  /** Back to the first step, with a sentence when this one is over. */
  onBack: (why?: string) => void;
}

export function SecondStep({ asked, onGrant, onBack }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const [, answer] = useMutation(AnswerChallengeDocument);
  useEffect(() => heading.current?.focus(), []);

  const prove = async (proof: Proof) => {
    const { data, error } = await answer({ input: { challenge: asked.challenge, code: null, passkey: null, ...proof } });
    if (data) onGrant(data.answerChallenge);
    return error ?? null;
  };
  return (
    <Stack>
      <h2 ref={heading} tabIndex={-1} className={styles['step']}>
        <Trans>Bước xác thực thứ hai</Trans>
      </h2>
      <Soft>
        <Trans>Bước thứ nhất đã đúng. Hãy chứng minh thêm một lần nữa đó là bạn.</Trans>
      </Soft>
      <ChallengeForm asked={asked} action={<Trans>Đăng nhập</Trans>} onProof={prove} onOver={onBack}>
        <Button tone="quiet" onClick={() => onBack()}>
          <Trans>Quay lại</Trans>
        </Button>
      </ChallengeForm>
    </Stack>
  );
}
