import { type ReactNode, useId } from 'react';

/** One part of the settings. */
export function Sheet({ title, about, children }: { title: string; about?: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className="sheet pad stack" aria-labelledby={id}>
      <div className="stack snug">
        <h2 id={id}>{title}</h2>
        {about && <p className="q s">{about}</p>}
      </div>
      {children}
    </section>
  );
}
