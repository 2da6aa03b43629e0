import type { Style } from '../../report/style.ts';
import type { InvocationSummary } from '../control/answers.ts';
import type { Invocation } from '../invocations/invocation.ts';
import { logText } from './log-text.ts';

/** Runs in the order in which they began, each indented below the one that led to it. */
export function invocationsText(invocations: readonly InvocationSummary[], style: Style): string {
  if (invocations.length === 0) return 'No invocation yet.';
  const depths = depthsOf(invocations);
  return inTraces(invocations)
    .map((one) => {
      const { id, began, cause, function: name, attempt } = one;
      const why = cause.what === name ? '' : `${cause.what} → `;
      const again = attempt > 1 ? style.faint(` attempt ${attempt}`) : '';
      const indent = '  '.repeat(depths.get(id) ?? 0);
      return `${style.faint(began.slice(11, 19))}  ${indent}${why}${name}${again} ${outcomeText(one, style)}  ${style.faint(id.slice(0, 8))}`;
    })
    .join('\n');
}

/** One run with its event, its log and what came of it. */
export function invocationText(invocation: Invocation, style: Style): string {
  const { id, trace, function: name, cause, began, event, log, outcome, attempt } = invocation;
  const summary = {
    ...invocation,
    failed: outcome?.failed,
    duration: outcome?.duration,
    cold: outcome?.initDuration !== undefined,
  };
  const part = (title: string, text: string) => ['', style.strong(title), text];
  return [
    `${style.strong(name)} ${outcomeText(summary, style)}`,
    `  began    ${began}${attempt > 1 ? `, attempt ${attempt}` : ''}`,
    `  because  ${cause.what}`,
    ...(cause.after.length > 0 ? [`  after    ${cause.after.join(', ')}`] : []),
    `  id       ${id}`,
    `  trace    ${trace}`,
    ...part('Event', pretty(event)),
    ...(outcome ? part(outcome.failed ? 'Failure' : 'Result', pretty(outcome.payload)) : []),
    ...(log.length > 0 ? part('Log', log.map((line) => logText(line, style)).join('\n')) : []),
  ].join('\n');
}

function outcomeText({ failed, duration = 0, cold }: InvocationSummary, style: Style): string {
  if (failed === undefined) return style.warn('runs');
  const took = style.faint(`${Math.round(duration)} ms${cold ? ', cold' : ''}`);
  return `${failed ? style.bad('failed') : style.good('done')} ${took}`;
}

/** Traces by the time of their first run, and in each of them its runs. */
function inTraces(invocations: readonly InvocationSummary[]): readonly InvocationSummary[] {
  const traces = Map.groupBy(invocations, ({ trace }) => trace);
  return [...traces.values()].flat();
}

function depthsOf(invocations: readonly InvocationSummary[]): ReadonlyMap<string, number> {
  const depths = new Map<string, number>();
  for (const { id, cause } of invocations) {
    const before = cause.after.flatMap((one) => depths.get(one) ?? []);
    depths.set(id, before.length === 0 ? 0 : Math.max(...before) + 1);
  }
  return depths;
}

function pretty(json: string): string {
  return JSON.stringify(JSON.parse(json), null, 2);
}
