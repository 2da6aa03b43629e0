import type { HandlerDeclaration, ScheduleTrigger } from '@tankard/framework/manifest';
import { splitStatements } from '../../policy/split-statements.ts';
import { pseudo, ref } from '../../resources/value.ts';
import { makeNode } from '../make-node.ts';
import type { AnyNode } from '../node.ts';
import type { Lowering } from './lowering.ts';
import { roleNodes } from './role.ts';
import { ruleNodes } from './rule.ts';

type Handler = HandlerDeclaration<ScheduleTrigger>;

/** One group and one role for all schedules of the app in this stage. */
const GROUP = 'schedules';
const ROLE = 'scheduler-invoke';

/** EventBridge Scheduler's schedules; those `via: 'rule'` become classic rules. */
export function lowerSchedules(handlers: readonly Handler[], lowering: Lowering): readonly AnyNode[] {
  const rules = handlers.filter(({ trigger }) => trigger.via === 'rule');
  return [
    ...lowerScheduled(
      handlers.filter(({ trigger }) => trigger.via === 'scheduler'),
      lowering,
    ),
    ...rules.flatMap((handler) => ruleNodes(handler, { schedule: handler.trigger.expression }, lowering)),
  ];
}

function lowerScheduled(handlers: readonly Handler[], lowering: Lowering): readonly AnyNode[] {
  if (handlers.length === 0) return [];
  const { names } = lowering;
  const { role, policies } = invokeRole(handlers, lowering);
  const dependsOn = policies.map(({ id }) => id);
  return [
    makeNode('schedule-group', GROUP, { physicalName: names.single('schedule-group') }),
    role,
    ...policies,
    ...handlers.map(({ name, place, trigger }) => {
      const model = {
        physicalName: names.of('schedule', name),
        group: ref(`schedule-group:${GROUP}`, 'name'),
        expression: trigger.expression,
        timezone: trigger.timezone,
        function: ref(`function:${name}`, 'arn'),
        role: ref(role.id, 'arn'),
      };
      return makeNode('schedule', name, model, { place, dependsOn });
    }),
  ];
}

/**
 * The account in the condition keeps other accounts' schedules from using the role.
 * https://docs.aws.amazon.com/scheduler/latest/UserGuide/cross-service-confused-deputy-prevention.html
 */
function invokeRole(handlers: readonly Handler[], lowering: Lowering) {
  const trust = {
    trusts: 'scheduler.amazonaws.com',
    trustCondition: { StringEquals: { 'aws:SourceAccount': pseudo('accountId') } },
  };
  const statement = {
    actions: ['lambda:InvokeFunction'],
    resources: handlers.map(({ name }) => ref(`function:${name}`, 'arn')),
    because: handlers.map(({ name, place }) => ({ place, text: `schedule ${name}` })),
  };
  return roleNodes(ROLE, trust, splitStatements([statement], ROLE), lowering);
}
