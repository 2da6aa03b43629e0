import { isEmpty, type Plan, type PropertyChange, type Step } from '../../plan/plan.ts';
import type { Properties } from '../../resources/reconciler.ts';
import { type PermissionChanges, permissionChanges } from './permissions.ts';

/** A step of a plan as `--json` prints it. */
export interface StepData {
  readonly action: Step['action'];
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  /** What a new resource gets; parts that nobody knows yet read `⟨arn of role:send⟩`. */
  readonly properties?: Properties | undefined;
  readonly changes?: readonly PropertyChange[] | undefined;
  /** What its role may do from then on, and what it may not do any more. */
  readonly permissions?: PermissionChanges | undefined;
}

/** A plan as `--json` prints it, without what stays as it is. */
export interface PlanData {
  readonly steps: readonly StepData[];
  readonly unchanged: number;
  /** A deploy would do nothing. */
  readonly empty: boolean;
}

export function planData(plan: Plan): PlanData {
  const unchanged = plan.wanted.filter(({ action }) => action === 'unchanged').length;
  return { steps: stepsOf(plan).map(stepData), unchanged, empty: isEmpty(plan) };
}

/** The steps that say something: what is unchanged, or gone already, does not. */
export function stepsOf({ wanted, gone }: Plan): readonly Step[] {
  return [
    ...wanted.filter(({ action }) => action !== 'unchanged'),
    ...gone.filter(({ action }) => action !== 'forget'),
  ];
}

/** `send` of `function:send`. */
export function nameOf(step: Step): string {
  return 'node' in step ? step.node.name : step.id.slice(step.id.indexOf(':') + 1);
}

function stepData(step: Step): StepData {
  const { action, id, kind } = step;
  const permissions = permissionChanges(step);
  return {
    action,
    id,
    kind,
    name: nameOf(step),
    ...(step.action === 'create' && { properties: step.properties }),
    ...('changes' in step && { changes: step.changes }),
    ...(permissions && { permissions }),
  };
}
