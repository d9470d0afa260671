import { Suspense, lazy } from 'react';
import { useSession } from '@/app/SessionProvider';
import { loadAccountMessages, loadWorkspaceMessages } from '@/i18n/activate';
import type { HiddenNoticeProps, SuspendedNoticeProps } from './HiddenNotice';
import type { ConductProps } from './parts';

/** Public pages show these to signed-in people only: visitors fetch neither the code nor the words. */
const parts = async () => {
  const [all] = await Promise.all([import('./parts'), loadWorkspaceMessages(), loadAccountMessages()]);
  return all;
};
const Lazy = {
  Conduct: lazy(async () => ({ default: (await parts()).Conduct })),
  HiddenNotice: lazy(async () => ({ default: (await parts()).HiddenNotice })),
  SuspendedNotice: lazy(async () => ({ default: (await parts()).SuspendedNotice })),
};

/** What a reader can do about something that breaks a rule. */
export function Conduct(props: ConductProps) {
  const { viewer } = useSession();
  return viewer && <Suspense>{<Lazy.Conduct {...props} />}</Suspense>;
}

/** To those who see a posting all the same: that others do not, and why. */
export function HiddenNotice(props: HiddenNoticeProps) {
  return props.hiddenFor.length > 0 && <Suspense>{<Lazy.HiddenNotice {...props} />}</Suspense>;
}

/** As HiddenNotice, of an organisation. */
export function SuspendedNotice({ suspendedAt, ...rest }: Omit<SuspendedNoticeProps, 'suspendedAt'> & { suspendedAt: string | null }) {
  return suspendedAt !== null && <Suspense>{<Lazy.SuspendedNotice suspendedAt={suspendedAt} {...rest} />}</Suspense>;
}
