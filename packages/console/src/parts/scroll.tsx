import type { ReactNode } from 'react';

/** What may be larger than its place: it can be scrolled, so it can be reached by the keyboard and has a name. */
export function Scroll({
  label,
  className,
  children,
}: {
  readonly label: string;
  readonly className: string;
  readonly children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section className={className} tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}
