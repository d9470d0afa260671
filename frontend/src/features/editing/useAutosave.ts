import { useLingui } from '@lingui/react/macro';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import type { Problem } from '@/app/errors';
import { formatTime } from '@/i18n/format';
import { announce } from '@/ui/Announcer';
import { Autosave, type SaveState } from './autosave';
import { draftSaver } from './draft';

export type DraftState = SaveState<Problem[]>;

interface Options<Values extends FieldValues, Content> {
  form: UseFormReturn<Values>;
  draft: { id: string; version: number } | null;
  toContent: (values: Values) => Content;
  calls: Parameters<typeof draftSaver<Content>>[1];
  /** What is saved is public at once: nothing is saved before the writer says so. */
  byHand?: boolean;
}

const later = (task: () => void, ms: number) => {
  const timer = setTimeout(task, ms);
  return () => clearTimeout(timer);
};

const never = () => () => undefined;

/** Saves the form as a draft while it is being filled in. */
export function useAutosave<Values extends FieldValues, Content>({ form, draft, toContent, calls, byHand = false }: Options<Values, Content>) {
  const { t } = useLingui();
  const [autosave] = useState(
    () => new Autosave<Content, Problem[]>({ save: draftSaver(draft?.id ?? null, calls), now: Date.now, later: byHand ? never : later }, draft?.version ?? null),
  );
  const state = useSyncExternalStore(autosave.subscribe, () => autosave.state);

  // Touching a field without changing what would be saved is no change.
  const known = useRef<string | null>(null);
  known.current ??= JSON.stringify(toContent(form.getValues()));

  useEffect(
    () =>
      form.subscribe({
        formState: { values: true },
        callback: ({ values }) => {
          const content = toContent(values);
          const shape = JSON.stringify(content);
          if (shape === known.current) return;
          known.current = shape;
          autosave.change(content);
        },
      }),
    [form, autosave, toContent],
  );

  useEffect(() => {
    const leave = (event: BeforeUnloadEvent) => {
      if (!autosave.unsaved) return;
      if (!byHand) void autosave.flush();
      event.preventDefault();
    };
    window.addEventListener('beforeunload', leave);
    return () => {
      window.removeEventListener('beforeunload', leave);
      if (!byHand) void autosave.flush();
    };
  }, [autosave, byHand]);

  const said = useRef<DraftState['kind'] | null>(null);
  useEffect(() => {
    const { kind } = state;
    if (kind === said.current || kind === 'dirty' || kind === 'saving' || kind === 'idle') return;
    said.current = kind;
    if (kind === 'saved') announce(t`Đã lưu ${formatTime(new Date(state.at).toISOString())}`);
    else if (kind === 'conflict') announce(t`Bản nháp này đã được sửa ở nơi khác. Hãy chọn bản cần giữ.`);
    else if (kind === 'refused') announce(t`Chưa lưu được: có chỗ cần sửa.`);
    else announce(t`Chưa lưu được, hệ thống sẽ tự thử lại. Hãy giữ trang này mở.`);
  }, [state, t]);

  return {
    autosave,
    state,
    keepMine: (theirVersion: number) => autosave.keepMine(theirVersion),
    takeTheirs: (theirVersion: number, values: Values) => {
      known.current = JSON.stringify(toContent(values));
      form.reset(values);
      autosave.takeTheirs(theirVersion);
    },
  };
}
