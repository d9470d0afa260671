import { useEffect, useRef, type ReactNode } from 'react';

const product = 'i-Forum Smart City';
let focusExpected = false;

/** Called when the reader goes to another page: its heading takes the focus as soon as it is there. */
export function expectFocusOnHeading() {
  focusExpected = true;
}

interface Props {
  children: ReactNode;
  /** Title of the window; the product's name is added. */
  title: string;
  /** The title already names the product. */
  whole?: boolean;
  className?: string | undefined;
  lang?: string | undefined;
}

/** The one h1 of a page. */
export function PageHeading({ children, title, whole = false, className, lang }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = whole ? title : `${title} – ${product}`;
  }, [title, whole]);
  useEffect(() => {
    if (!focusExpected) return;
    focusExpected = false;
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1} className={className} lang={lang}>
      {children}
    </h1>
  );
}
