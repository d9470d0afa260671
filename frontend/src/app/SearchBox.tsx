import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { Suspense, lazy, useCallback, useEffect, useRef, useState, type FormEvent } from 'react';
import { loadSearchMessages } from '@/i18n/activate';
import { locale, sameAddressIn } from '@/i18n/locale';
import { Icon } from '@/ui/Icon';
import styles from './SearchBox.module.css';
import { singleKeysWanted, writing } from './singleKeys';

/** Fetched by the first who goes into the box; the box itself works without. */
const Suggestions = lazy(async () => {
  const [{ Suggestions: component }] = await Promise.all([import('@/features/suggestions'), loadSearchMessages()]);
  return { default: component };
});

const listId = 'goi-y-tim-kiem';

/** One search over everything, on every page. `/` leads into it; on a small screen a button opens it. */
export function SearchBox() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const [open, setOpen] = useState(false);
  const [awake, setAwake] = useState(false);

  const enter = useCallback(() => {
    setOpen(true);
    // On a small screen the box is drawn first.
    requestAnimationFrame(() => input.current?.focus());
  }, []);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (writing(event.target) || !singleKeysWanted() || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      enter();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [enter]);

  const close = () => {
    setOpen(false);
    if (input.current) input.current.value = '';
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const q = input.current?.value.normalize('NFC').trim();
    close();
    void navigate({ to: '/tim-kiem', search: q ? { q } : {} });
  };
  return (
    <>
      <button type="button" className={`${styles['toggle']} no-print`} aria-expanded={open} aria-controls="tim-tat-ca" onClick={() => (open ? setOpen(false) : enter())}>
        <Icon name={open ? 'cross' : 'search'} />
        <span className="visually-hidden">
          <Trans>Ô tìm kiếm</Trans>
        </span>
      </button>
      <search id="tim-tat-ca" className={`${styles['box']} no-print`} data-open={open} aria-label={t`Toàn trang`}>
        <form action={sameAddressIn(locale, '/tim-kiem')} onSubmit={submit}>
          <input
            ref={input}
            name="q"
            role="combobox"
            aria-label={t`Tìm trên i-Forum`}
            aria-expanded={false}
            aria-controls={listId}
            aria-autocomplete="list"
            autoComplete="off"
            enterKeyHint="search"
            maxLength={500}
            onFocus={() => setAwake(true)}
          />
          <button type="submit">
            <Icon name="search" />
            <span className="visually-hidden">
              <Trans>Tìm toàn trang</Trans>
            </span>
          </button>
        </form>
        {awake && (
          <Suspense>
            <Suggestions input={input} listId={listId} onLeave={close} />
          </Suspense>
        )}
      </search>
    </>
  );
}
