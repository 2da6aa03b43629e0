import { nextTime } from '../../clock/next-time.ts';
import type { JsonOperations } from '../../endpoint/json-operations.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { checkedPattern } from './check-pattern.ts';
import { busName, DEFAULT_BUS, type Rule } from './rule.ts';
import type { Rules } from './rules.ts';

interface Named {
  readonly Name: string;
  readonly EventBusName?: string;
}

/** https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html */
interface PutRuleInput extends Named {
  readonly EventPattern?: string;
  readonly ScheduleExpression?: string;
  readonly State?: 'ENABLED' | 'DISABLED';
  readonly Description?: string;
  readonly RoleArn?: string;
  readonly Tags?: readonly { readonly Key: string; readonly Value: string }[];
}

export function ruleOperations(rules: Rules, now: () => number): JsonOperations {
  const get = ({ Name, EventBusName }: Named) => rules.get(busName(EventBusName), Name);

  return {
    PutRule(input: PutRuleInput) {
      check(input, rules);
      const bus = busName(input.EventBusName);
      const before = rules.find(bus, input.Name);
      rules.put({
        name: input.Name,
        bus,
        state: input.State ?? 'ENABLED',
        pattern: input.EventPattern,
        expression: input.ScheduleExpression,
        description: input.Description,
        role: input.RoleArn,
        targets: before?.targets ?? [],
        tags: before?.tags ?? Object.fromEntries((input.Tags ?? []).map(({ Key, Value }) => [Key, Value])),
        since: before && before.expression === input.ScheduleExpression ? before.since : now(),
      });
      return { RuleArn: rules.ruleArn({ bus, name: input.Name }) };
    },
    DeleteRule({ Name, EventBusName }: Named) {
      const rule = rules.find(busName(EventBusName), Name);
      if (!rule) return;
      if (rule.targets.length > 0)
        throw new ServiceError('ValidationException', "Rule can't be deleted since it has targets.");
      rules.delete(rule);
    },
    EnableRule: (input: Named) => rules.put({ ...get(input), state: 'ENABLED' }),
    DisableRule: (input: Named) => rules.put({ ...get(input), state: 'DISABLED' }),
    DescribeRule: (input: Named) => described(rules, get(input)),
    ListRules({ NamePrefix = '', EventBusName }: { NamePrefix?: string; EventBusName?: string }) {
      const { name: bus } = rules.bus(busName(EventBusName));
      const found = rules.on(bus).filter(({ name }) => name.startsWith(NamePrefix));
      return { Rules: found.map((rule) => described(rules, rule)) };
    },
    ListRuleNamesByTarget({ TargetArn, EventBusName }: { TargetArn: string; EventBusName?: string }) {
      const { name: bus } = rules.bus(busName(EventBusName));
      const found = rules.on(bus).filter(({ targets }) => targets.some(({ Arn }) => Arn === TargetArn));
      return { RuleNames: found.map(({ name }) => name) };
    },
  };
}

function check({ EventPattern, ScheduleExpression, EventBusName }: PutRuleInput, rules: Rules): void {
  const refuse = (message: string) => new ServiceError('ValidationException', message);
  const { name: bus } = rules.bus(busName(EventBusName));
  if (!EventPattern && !ScheduleExpression)
    throw refuse('Parameter(s) EventPattern or ScheduleExpression must be specified.');
  if (EventPattern) checkedPattern(EventPattern);
  if (!ScheduleExpression) return;
  if (bus !== DEFAULT_BUS) throw refuse('ScheduleExpression is supported only on the default event bus.');
  try {
    // A rule knows no at(…): https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html
    if (ScheduleExpression.startsWith('at')) throw new Error();
    nextTime(ScheduleExpression, undefined, new Date(), new Date());
  } catch {
    throw refuse('Parameter ScheduleExpression is not valid.');
  }
}

const described = (rules: Rules, rule: Rule) => ({
  Name: rule.name,
  Arn: rules.ruleArn(rule),
  EventBusName: rule.bus,
  EventPattern: rule.pattern,
  ScheduleExpression: rule.expression,
  State: rule.state,
  Description: rule.description,
  RoleArn: rule.role,
});
