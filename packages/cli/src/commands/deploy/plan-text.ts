import { isEmpty, type Plan, type PropertyChange, type Step } from '../../plan/plan.ts';
import type { Style } from '../../report/style.ts';
import { isPolicyPath, permissionChanges } from './permissions.ts';
import { stepsOf } from './step-data.ts';

/** Characters of a value that are shown. */
const SHOWN = 120;
/** A function's code is compared by one. */
const DIGEST = /^[0-9a-f]{64}$/;

/** What a deploy would do, for people: one line a resource, one more for each property that changes. */
export function planText(plan: Plan, style: Style): string {
  const lines = stepsOf(plan).flatMap((step) => stepLines(step, style));
  return [...lines, isEmpty(plan) ? `Nothing to do: ${countText(plan)}.` : `${countText(plan)}.`].join('\n');
}

/** `2 to create, 1 to remove, 12 unchanged`. */
export function countText({ wanted, gone }: Plan): string {
  const all: readonly Step[] = [...wanted, ...gone];
  const count = (...actions: readonly Step['action'][]) =>
    all.filter(({ action }) => actions.includes(action)).length;
  const counts: readonly (readonly [number, string])[] = [
    [count('create'), 'to create'],
    [count('update'), 'to change'],
    [count('replace'), 'to replace'],
    [count('remove', 'with'), 'to remove'],
    [count('keep'), 'kept'],
    [count('unchanged'), 'unchanged'],
  ];
  const some = counts.filter(([number]) => number > 0).map(([number, what]) => `${number} ${what}`);
  return some.join(', ') || 'nothing is there';
}

function stepLines(step: Step, style: Style): readonly string[] {
  const { id } = step;
  switch (step.action) {
    case 'create':
      return [
        `${style.good('+')} ${id}${step.replaces ? style.faint('  in the place of another') : ''}`,
        ...permissionLines(step, style),
      ];
    case 'update':
      return [`${style.warn('~')} ${id}`, ...changeLines(step, style), ...permissionLines(step, style)];
    case 'replace':
      return [
        `${style.bad('±')} ${id}${style.faint('  removed and made again: AWS cannot change it')}`,
        ...changeLines(step, style),
      ];
    case 'remove':
    case 'with':
      return [`${style.bad('-')} ${id}`];
    case 'keep':
      return [`${style.faint('=')} ${id}${style.faint('  kept: it holds data')}`];
    default:
      return [];
  }
}

function permissionLines(step: Step, style: Style): readonly string[] {
  const { gained = [], lost = [] } = permissionChanges(step) ?? {};
  return [
    ...gained.map((grant) => `    ${style.warn('may')} ${grant}`),
    ...lost.map((grant) => `    ${style.faint('may no more')} ${grant}`),
  ];
}

/** Policies apart: what they come to is shown by {@link permissionLines}. */
function changeLines(
  step: Step & { readonly changes: readonly PropertyChange[] },
  style: Style,
): readonly string[] {
  return step.changes
    .filter(({ path, drifted }) => drifted || !isPolicyPath(step, path))
    .map((change) => changeLine(change, style));
}

function changeLine({ path, old, new: wanted, drifted }: PropertyChange, style: Style): string {
  const how = drifted ? style.warn('  changed in AWS by somebody else') : '';
  return `    ${path}  ${style.faint(valueText(old))} → ${valueText(wanted)}${how}`;
}

function valueText(value: PropertyChange['old']): string {
  if (value === undefined) return 'none';
  if (typeof value === 'string' && DIGEST.test(value)) return value.slice(0, 12);
  const text = JSON.stringify(value);
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}
