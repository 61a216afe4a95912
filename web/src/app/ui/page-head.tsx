import { type ReactNode, useEffect, useRef } from 'react';

type Props = {
  title: string;
  /** What the window is called where the heading says something else. */
  windowTitle?: string;
  beside?: ReactNode;
  children?: ReactNode;
};

/** A page's heading. The reader's focus goes there when the page opens, and the window takes its title. */
export function PageHead({ title, windowTitle = title, beside, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  useTitle(windowTitle);
  return (
    <div className="top">
      <div className="row wrap gap-x-4 gap-y-1">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {beside}
      </div>
      {children && <div className="row wrap gap-2">{children}</div>}
    </div>
  );
}

/** The window's title while this is shown; then it is again what it was. */
export function useTitle(title: string): void {
  useEffect(() => {
    const before = document.title;
    document.title = `${title} – Timeslot`;
    return () => {
      document.title = before;
    };
  }, [title]);
}
