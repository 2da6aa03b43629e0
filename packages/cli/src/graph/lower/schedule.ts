import type { HandlerDeclaration, ScheduleTrigger } from '@tankard/framework/manifest';
import { pseudo, ref } from '../../resources/value.ts';
import { makeNode } from '../make-node.ts';
import type { AnyNode } from '../node.ts';
import type { Lowering } from './lowering.ts';
import { ruleNodes } from './rule.ts';

type Handler = HandlerDeclaration<ScheduleTrigger>;

/** One group and one role for all schedules of the app in this stage. */
const GROUP = 'schedules';
const ROLE = 'scheduler-invoke';

/** EventBridge Scheduler's schedules; those `via: 'rule'` become classic rules. */
export function lowerSchedules(handlers: readonly Handler[], lowering: Lowering): readonly AnyNode[] {
  const scheduled = handlers.filter(({ trigger }) => trigger.via === 'scheduler');
  const rules = handlers.filter(({ trigger }) => trigger.via === 'rule');
  return [
    ...(scheduled.length > 0 ? [group(lowering), role(scheduled, lowering)] : []),
    ...scheduled.map((handler) => schedule(handler, lowering)),
    ...rules.flatMap((handler) => ruleNodes(handler, { schedule: handler.trigger.expression }, lowering)),
  ];
}

function group({ names }: Lowering): AnyNode {
  return makeNode('schedule-group', GROUP, { physicalName: names.single('schedule-group') });
}

/**
 * The account in the condition keeps other accounts' schedules from using the role.
 * https://docs.aws.amazon.com/scheduler/latest/UserGuide/cross-service-confused-deputy-prevention.html
 */
function role(handlers: readonly Handler[], { names }: Lowering): AnyNode {
  return makeNode('role', ROLE, {
    physicalName: names.iam(ROLE),
    trusts: 'scheduler.amazonaws.com',
    trustCondition: { StringEquals: { 'aws:SourceAccount': pseudo('accountId') } },
    statements: [
      {
        actions: ['lambda:InvokeFunction'],
        resources: handlers.map(({ name }) => ref(`function:${name}`, 'arn')),
        because: handlers.map(({ name, place }) => ({ place, text: `schedule ${name}` })),
      },
    ],
  });
}

function schedule({ name, place, trigger }: Handler, { names }: Lowering): AnyNode {
  const model = {
    physicalName: names.of('schedule', name),
    group: ref(`schedule-group:${GROUP}`, 'name'),
    expression: trigger.expression,
    timezone: trigger.timezone,
    function: ref(`function:${name}`, 'arn'),
    role: ref(`role:${ROLE}`, 'arn'),
  };
  return makeNode('schedule', name, model, { place });
}
