import type { Template } from '../template.ts';

/** For each resource, what its text names by Ref, Fn::GetAtt, Fn::Sub or DependsOn. */
export function dependenciesOf({ Resources }: Template): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    Object.entries(Resources).map(([id, { DependsOn = [], Properties }]) => [
      id,
      new Set([...DependsOn, ...namesIn(Properties)]),
    ]),
  );
}

/** Every logical id, parameter and pseudo parameter that a value names. */
export function namesIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key === 'Ref') return [String(inner)];
    if (key === 'Fn::GetAtt') return [String(inner[0])];
    if (key === 'Fn::Sub')
      return [...String(inner).matchAll(/\$\{([^!.}]+)[^}]*\}/g)].map(([, id = '']) => id);
    return namesIn(inner);
  });
}

/** A way through the dependencies that comes back to where it began, if there is one. */
export function cycleIn(dependencies: ReadonlyMap<string, Iterable<string>>): readonly string[] | undefined {
  const done = new Set<string>();
  const visit = (id: string, path: readonly string[]): readonly string[] | undefined => {
    if (path.includes(id)) return [...path.slice(path.indexOf(id)), id];
    if (done.has(id)) return undefined;
    for (const next of dependencies.get(id) ?? []) {
      const cycle = visit(next, [...path, id]);
      if (cycle) return cycle;
    }
    done.add(id);
    return undefined;
  };
  for (const id of dependencies.keys()) {
    const cycle = visit(id, []);
    if (cycle) return cycle;
  }
  return undefined;
}
