import { type EventField, eventFields } from './event-fields.ts';
import { type ValueMatcher, valueMatcher } from './value-matcher.ts';

/** Tells whether an event fits a pattern. */
export type EventMatcher = (event: object) => boolean;

/** What one field of a pattern takes. */
interface FieldMatcher {
  readonly path: string;
  readonly values: readonly ValueMatcher[];
  /** `{ exists: false }` is among them. */
  readonly mayLack: boolean;
}

/**
 * Reads an event pattern as EventBridge does: each field of the pattern must be there, and one of its values must take one of the
 * event's. Lambda's filter criteria and SNS's filter policies are written in the same language.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html
 *
 * @throws Error where an operator is not known.
 */
export function eventPattern(pattern: object): EventMatcher {
  const alternatives = alternativesOf(pattern, '');
  return (event) => {
    const fields = eventFields(event);
    return alternatives.some((wanted) => fits(wanted, fields));
  };
}

/** The pattern as a list of ways to fit it, for its `$or`s: each a list of fields that must all fit. */
function alternativesOf(pattern: object, path: string): readonly (readonly FieldMatcher[])[] {
  return Object.entries(pattern).reduce<readonly (readonly FieldMatcher[])[]>(
    (before, [step, value]) => {
      const after = branchesOf(step, value, path);
      return before.flatMap((one) => after.map((other) => [...one, ...other]));
    },
    [[]],
  );
}

function branchesOf(step: string, value: unknown, path: string): readonly (readonly FieldMatcher[])[] {
  if (step === '$or' && Array.isArray(value)) return value.flatMap((one) => alternativesOf(one, path));
  const inner = path ? `${path}.${step}` : step;
  if (Array.isArray(value)) return [[fieldMatcher(inner, value)]];
  if (typeof value === 'object' && value !== null) return alternativesOf(value, inner);
  throw new Error(`"${step}" must be an object or an array`);
}

/** @param list an empty one means null to Lambda; EventBridge and SNS refuse it before. */
function fieldMatcher(path: string, list: readonly unknown[]): FieldMatcher {
  const present = (list.length > 0 ? list : [null]).filter((entry) => !isAbsence(entry));
  return { path, values: present.map(valueMatcher), mayLack: present.length < list.length };
}

function isAbsence(entry: unknown): boolean {
  return typeof entry === 'object' && entry !== null && 'exists' in entry && entry.exists === false;
}

function fits(wanted: readonly FieldMatcher[], fields: ReadonlyMap<string, readonly EventField[]>): boolean {
  const candidates: (readonly EventField['within'][])[] = [];
  for (const { path, values, mayLack } of wanted) {
    const present = fields.get(path);
    const fitting = (present ?? []).filter(({ value }) => values.some((matches) => matches(value)));
    // What lies in no list agrees with everything.
    const free = fitting.find(({ within }) => within.size === 0);
    if (fitting.length > 0) candidates.push((free ? [free] : fitting).map(({ within }) => within));
    else if (present || !mayLack) return false;
  }
  // Those that can be chosen in one way only narrow the others down.
  candidates.sort((a, b) => a.length - b.length);
  return areConsistent(candidates, new Map());
}

/** Whether a value can be chosen for each field so that no two lie in different elements of the same list. */
function areConsistent(
  candidates: readonly (readonly EventField['within'][])[],
  chosen: EventField['within'],
): boolean {
  const [next, ...rest] = candidates;
  if (!next) return true;
  return next.some((within) => {
    for (const [list, index] of within) if ((chosen.get(list) ?? index) !== index) return false;
    return areConsistent(rest, within.size === 0 ? chosen : new Map([...chosen, ...within]));
  });
}
