import type { ReactNode } from 'react';

/** A page: its name, one sentence of what is seen here, and what can be done with all of it. */
export function Page({
  title,
  says,
  actions,
  children,
}: {
  readonly title: string;
  readonly says?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <div className="page">
      <title>{`${title} · Tankard`}</title>
      <header className="page-head">
        <div>
          <h1>{title}</h1>
          {says && <p className="says">{says}</p>}
        </div>
        {actions && <div className="actions">{actions}</div>}
      </header>
      {children}
    </div>
  );
}
