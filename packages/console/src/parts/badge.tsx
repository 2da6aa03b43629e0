import type { ReactNode } from 'react';
import type { ShownInvocation } from '../shown.ts';

const TONES = { runs: 'plain', done: 'good', failed: 'bad', 'partly failed': 'bad' } as const;

/** How a run ended, in a word and not by its colour alone. */
export function StateBadge({ state }: Pick<ShownInvocation, 'state'>) {
  return <Badge tone={TONES[state]}>{state === 'runs' ? 'running' : state}</Badge>;
}

export function Badge({
  tone = 'plain',
  children,
}: {
  readonly tone?: 'plain' | 'good' | 'bad' | 'warn';
  readonly children: ReactNode;
}) {
  return <span className={`badge ${tone}`}>{children}</span>;
}
