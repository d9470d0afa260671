import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useId, useState, type ComponentProps } from 'react';
import { announce } from '@/ui/Announcer';
import { Button } from '@/ui/Button';
import { TextField } from '@/ui/Field';

type Props = Omit<ComponentProps<typeof TextField>, 'type' | 'beside'>;

/** A password, with a switch that shows it. Pasting is welcome: password managers do it. */
export function PasswordField({ id, ...field }: Props) {
  const { t } = useLingui();
  const made = useId();
  const own = id ?? made;
  const [shown, setShown] = useState(false);

  useEffect(() => {
    // A browser that keeps what forms held would keep a shown password as an ordinary text.
    const hide = () => setShown(false);
    const form = document.getElementById(own)?.closest('form');
    form?.addEventListener('submit', hide);
    return () => form?.removeEventListener('submit', hide);
  }, [own]);

  const turn = () => {
    setShown(!shown);
    announce(shown ? t`Mật khẩu đang được che` : t`Mật khẩu đang hiện trên màn hình`);
  };
  return (
    <TextField
      {...field}
      id={own}
      type={shown ? 'text' : 'password'}
      spellCheck={false}
      autoCapitalize="none"
      autoCorrect="off"
      beside={
        <Button aria-controls={own} aria-label={shown ? t`Che mật khẩu` : t`Hiện mật khẩu`} onClick={turn}>
          {shown ? <Trans>Che</Trans> : <Trans>Hiện</Trans>}
        </Button>
      }
    />
  );
}
