import { useEffect, useState } from 'react';

type Listener = (message: string) => void;
let listener: Listener | null = null;

/** Says a sentence to screen readers, politely: "Đã lưu 14:03". */
export function announce(message: string) {
  listener?.(message);
}

/** The one live region of the app. */
export function Announcer() {
  const [message, setMessage] = useState('');
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    listener = (next) => {
      // Emptied first, so that the same sentence is said again.
      setMessage('');
      clearTimeout(timer);
      timer = setTimeout(() => setMessage(next), 120);
    };
    return () => {
      listener = null;
      clearTimeout(timer);
    };
  }, []);
  return (
    <div className="visually-hidden" role="status" aria-live="polite">
      {message}
    </div>
  );
}
