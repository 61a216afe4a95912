import { type ReactNode, useEffect, useRef } from 'react';
import { Mark } from '../../look/mark';
import { useTitle } from '../ui/page-head';

/** A small sheet in the middle of the page, for everything around logging in. */
export function AuthFrame({
  title,
  children,
  after,
}: {
  title: string;
  children: ReactNode;
  after?: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  useTitle(title);
  return (
    <div className="door">
      <header>
        <Mark href="/" />
      </header>
      <main id="main" className="sheet stack wide">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {children}
      </main>
      {after && <footer className="s q">{after}</footer>}
    </div>
  );
}
