import type { AnyNode } from '../../graph/node.ts';
import type { GoneStep, Plan, WantedStep } from '../../plan/plan.ts';
import type { NodeId } from '../../resources/value.ts';

/** A step about something that the app wants, of which a test says what matters to it. */
export function wantedStep(id: NodeId, step: Partial<WantedStep> & Pick<WantedStep, 'action'>): WantedStep {
  const [kind = '', name = ''] = id.split(':');
  const node = { id, kind, name, model: {}, dependsOn: [] } as unknown as AnyNode;
  const there = step.action === 'create' ? {} : { observed: { attributes: {}, properties: {} } };
  return { id, kind, node, key: {}, properties: {}, after: [], ...there, changes: [], ...step } as WantedStep;
}

/** A step about something that the app wants no more. */
export function goneStep(id: NodeId, action: GoneStep['action']): GoneStep {
  const [kind = ''] = id.split(':');
  return { id, kind, key: {}, after: [], action } as unknown as GoneStep;
}

export function planOf(...steps: readonly (WantedStep | GoneStep)[]): Plan {
  const isWanted = (step: WantedStep | GoneStep): step is WantedStep => 'node' in step;
  return {
    wanted: steps.filter(isWanted),
    gone: steps.filter((step): step is GoneStep => !isWanted(step)),
    problems: [],
  };
}
