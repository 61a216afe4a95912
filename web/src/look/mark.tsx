/** The product's mark: a line with a slot in it. */
export function Mark({ href, small = false }: { href: string; small?: boolean }) {
  return (
    <a className={small ? 'mark small' : 'mark'} href={href}>
      <i aria-hidden="true">
        <b />
      </i>
      Timeslot
    </a>
  );
}
