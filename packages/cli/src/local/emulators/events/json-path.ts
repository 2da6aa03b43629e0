/**
 * What a path leads to; nothing where it leads nowhere. The part of JSONPath that EventBridge knows: names, indices and `*`.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html
 */
export function jsonPath(value: unknown, path: string): unknown {
  let found: readonly unknown[] = [value];
  let isList = false;
  for (const [, name, index, quoted] of path.matchAll(/\.([^.[\]]+)|\[(\d+|\*)\]|\['([^']*)'\]/g)) {
    const step = name ?? index ?? quoted ?? '';
    isList ||= step === '*' && quoted === undefined;
    found = found.flatMap((one) => {
      if (typeof one !== 'object' || one === null) return [];
      if (step === '*' && quoted === undefined) return Object.values(one);
      return Object.keys(one).includes(step) ? [(one as Record<string, unknown>)[step]] : [];
    });
  }
  return isList ? found : found[0];
}
