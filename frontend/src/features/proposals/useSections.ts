import { useLingui } from '@lingui/react/macro';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { useClient } from 'urql';
import type { SectionShownFragment } from '@/features/proposal-content';
import type { ProposalSectionName } from '@/graphql-types';
import { formatTime } from '@/i18n/format';
import { announce } from '@/ui/Announcer';
import { SectionSaver, type SectionsState } from './sectionSaver';
import { sectionValues, type SectionValues } from './sections';

interface Options {
  form: UseFormReturn<SectionValues>;
  stored: { id: string; version: number; sections: readonly SectionShownFragment[] } | null;
  needId: string;
  organizationId: string;
  whole: string;
  onMade: (id: string) => void;
}

/** Saves each section of a proposal by itself while it is written. */
export function useSections({ form, stored, needId, organizationId, whole, onMade }: Options) {
  const { t, i18n } = useLingui();
  const client = useClient();
  const [saver] = useState(() => new SectionSaver({ client, i18n, stored, needId, organizationId, values: form.getValues(), onMade }));
  const state = useSyncExternalStore(saver.subscribe, () => saver.state);

  useEffect(() => form.subscribe({ formState: { values: true }, callback: ({ values }) => saver.change(values) }), [form, saver]);

  useEffect(() => {
    const leave = (event: BeforeUnloadEvent) => {
      if (!saver.unsaved) return;
      void saver.flush();
      event.preventDefault();
    };
    window.addEventListener('beforeunload', leave);
    return () => {
      window.removeEventListener('beforeunload', leave);
      void saver.flush();
    };
  }, [saver]);

  const said = useRef<SectionsState['kind'] | null>(null);
  useEffect(() => {
    const { kind } = state;
    if (kind === said.current || kind === 'dirty' || kind === 'saving' || kind === 'idle') return;
    said.current = kind;
    if (kind === 'saved') announce(t`Đã lưu ${formatTime(new Date(state.at).toISOString())}`);
    else if (kind === 'conflict') announce(t`Một phần của đề xuất đã được sửa ở nơi khác. Hãy chọn bản cần giữ.`);
    else if (kind === 'refused') announce(t`Chưa lưu được: có chỗ cần sửa.`);
    else announce(t`Chưa lưu được, hệ thống sẽ tự thử lại. Hãy giữ trang này mở.`);
  }, [state, t]);

  return {
    state,
    conflicts: saver.conflicts,
    theirs: (name: ProposalSectionName) => saver.theirs(name),
    keepMine: (name: ProposalSectionName) => saver.keepMine(name),
    takeTheirs: (name: ProposalSectionName) => {
      const section = saver.theirs(name);
      if (!section) return;
      const values = { ...form.getValues(), [name]: sectionValues(name, section, whole) };
      saver.takeTheirs(name, values);
      form.setValue(name, values[name]);
    },
    begin: () => saver.begin(),
    changedElsewhere: (version: number) => saver.changedElsewhere(version),
    flush: () => saver.flush(),
  };
}
