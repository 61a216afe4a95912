import type { CSSProperties } from 'react';

export type LinePart = {
  from: number;
  to: number;
  kind: 'o' | 'k' | 'p' | 'busy' | 'buf' | 'nowmark' | 'nowtime';
};

/** The custom properties that the style sheet draws a part by: hours of the day. */
export function span(from: number, to: number): CSSProperties {
  return { '--s': from, '--e': to } as CSSProperties;
}

export function scale(from: number, to: number): CSSProperties {
  return { '--a': from, '--z': to } as CSSProperties;
}

/** Time, drawn: a line whose ends are hours, with its parts. What it says must also stand beside it as text. */
export function Line({ from, to, parts }: { from: number; to: number; parts: LinePart[] }) {
  return (
    <span className="line" style={scale(from, to)} aria-hidden="true">
      {parts.map((part) => (
        <i key={`${part.kind}${part.from}`} className={part.kind} style={span(part.from, part.to)} />
      ))}
    </span>
  );
}

/** How long something is: fifteen minutes are a third of forty-five on every page. */
export function Length({ minutes, kind = '' }: { minutes: number; kind?: '' | 'k' | 'p' }) {
  return (
    <span
      className={`len ${kind}`}
      style={{ '--min': Math.min(minutes, 180) } as CSSProperties}
      aria-hidden="true"
    />
  );
}

/** The hours written over a line. */
export function Ticks({
  from,
  to,
  hours,
  label,
}: {
  from: number;
  to: number;
  hours: number[];
  label: (hour: number) => string;
}) {
  // Five readings such as “10:30 a.m.” don't fit beside each other on a phone; the style sheet leaves every second out there.
  const isLong = hours.some((hour) => label(hour).length > 6);
  return (
    <span className={isLong ? 'ticks long' : 'ticks'} style={scale(from, to)} aria-hidden="true">
      {hours.map((hour, index) => (
        <span
          key={hour}
          className={index === hours.length - 1 ? 'last' : ''}
          style={{ '--s': hour } as CSSProperties}
        >
          {label(hour)}
        </span>
      ))}
    </span>
  );
}
