import { type ComponentProps, Suspense, lazy } from 'react';
import { loadWorkspaceMessages } from '@/i18n/activate';

/** Fetched after the need's page is there. */
const Lazy = lazy(async () => {
  const [{ NeedInterests: component }] = await Promise.all([import('./NeedInterests'), loadWorkspaceMessages()]);
  return { default: component };
});

export function NeedInterests(props: ComponentProps<typeof Lazy>) {
  return <Suspense>{<Lazy {...props} />}</Suspense>;
}
