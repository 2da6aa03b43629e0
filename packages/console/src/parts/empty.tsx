import type { ReactNode } from 'react';

/** What stands where there is nothing yet: what would be here, and what brings it. */
export function Empty({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {children && <p>{children}</p>}
    </div>
  );
}

/** What went wrong in asking for something. */
export function Trouble({ error }: { readonly error: string | undefined }) {
  return error === undefined ? null : (
    <p className="trouble" role="alert">
      {error}
    </p>
  );
}
