import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useSession } from '@/app/SessionProvider';

/**
 * What a visitor's page can do without at first: drawn when the reader comes near it, or prints. Who is signed in
 * gets it at once.
 */
export function Later({ children }: { children: ReactNode }) {
  const { viewer } = useSession();
  const [near, setNear] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const shown = near || viewer !== null;
  useEffect(() => {
    if (shown || !place.current) return;
    const come = () => setNear(true);
    const watch = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) come();
    });
    watch.observe(place.current);
    window.addEventListener('beforeprint', come);
    return () => {
      watch.disconnect();
      window.removeEventListener('beforeprint', come);
    };
  }, [shown]);
  return shown ? children : <div ref={place}>{'\u00a0'}</div>;
}
