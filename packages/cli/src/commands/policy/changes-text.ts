import type { ExplainedPolicy } from '../../prepare/explained-policy.ts';
import type { Style } from '../../report/style.ts';
import type { PolicyChange } from './snapshot.ts';

/** Gained and lost permissions for people; beside what was gained, the line of code that asks for it. */
export function changesText(
  changes: readonly PolicyChange[],
  policies: readonly ExplainedPolicy[],
  style: Style,
): string {
  return changes
    .map(({ function: name, gained, lost }) => {
      const policy = policies.find((one) => one.function === name);
      return [
        style.strong(name),
        ...gained.flatMap((line) => [style.bad(`  + ${line}`), ...reasonsOf(policy, line).map(style.faint)]),
        ...lost.map((line) => style.good(`  - ${line}`)),
      ].join('\n');
    })
    .join('\n\n');
}

function reasonsOf(policy: ExplainedPolicy | undefined, line: string): readonly string[] {
  const places = (policy?.statements ?? [])
    .filter(({ actions }) => actions.some((action) => line.startsWith(`${action} on `)))
    .flatMap(({ because }) => because.flatMap(({ place }) => (place ? [`${place.file}:${place.line}`] : [])));
  const notes = (policy?.notSeen ?? [])
    .filter(({ what }) => line === `! ${what}`)
    .map(({ place }) => `${place.file}:${place.line}`);
  return [...new Set([...places, ...notes])].map((place) => `      ${place}`);
}
