import { isEmpty, type Plan, type PropertyChange, type Step } from '../../plan/plan.ts';
import type { Style } from '../../report/style.ts';
import { stepsOf } from './step-data.ts';

/** Characters of a value that are shown. */
const SHOWN = 120;

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
      return [`${style.good('+')} ${id}${step.replaces ? style.faint('  in the place of another') : ''}`];
    case 'update':
      return [`${style.warn('~')} ${id}`, ...step.changes.map((change) => changeLine(change, style))];
    case 'replace':
      return [
        `${style.bad('±')} ${id}${style.faint('  removed and made again: AWS cannot change it')}`,
        ...step.changes.map((change) => changeLine(change, style)),
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

function changeLine({ path, old, new: wanted, drifted }: PropertyChange, style: Style): string {
  const how = drifted ? style.warn('  changed in AWS by somebody else') : '';
  return `    ${path}  ${style.faint(valueText(old))} → ${valueText(wanted)}${how}`;
}

function valueText(value: PropertyChange['old']): string {
  if (value === undefined) return 'none';
  const text = JSON.stringify(value);
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}
