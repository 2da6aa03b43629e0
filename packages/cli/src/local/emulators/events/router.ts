import { ServiceError } from '../../endpoint/service-error.ts';
import type { Cause } from '../../invocations/cause.ts';
import { type EventMatcher, eventPattern } from '../../patterns/event-pattern.ts';
import type { MessageAttribute } from '../../targets/targets.ts';
import type { EmulatorContext } from '../emulator.ts';
import { type BusEvent, eventTime } from './bus-event.ts';
import { busName, type Rule, type RuleTarget } from './rule.ts';
import type { Rules } from './rules.ts';
import { targetInput } from './target-input.ts';

/** Hands events to the targets of the rules that they fit. */
export interface Router {
  /** Resolves when every target has taken the event; one that cannot is told to its dead letter queue. */
  publish(bus: string, event: BusEvent, cause: Cause): Promise<void>;
  /** Hands an event to all targets of one rule, whatever its pattern. */
  deliver(rule: Rule, event: BusEvent, cause: Cause): Promise<void>;
}

export function createRouter(rules: Rules, { targets, time, undelivered }: EmulatorContext): Router {
  const matchers = new WeakMap<Rule, EventMatcher>();

  function fits(rule: Rule, event: BusEvent): boolean {
    if (rule.state !== 'ENABLED' || rule.pattern === undefined) return false;
    const matcher = matchers.get(rule) ?? eventPattern(JSON.parse(rule.pattern));
    matchers.set(rule, matcher);
    return matcher(event);
  }

  /** @param forwarded it came from another bus, and goes to no third: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-bus-to-bus.html */
  async function publish(bus: string, event: BusEvent, cause: Cause, forwarded = false): Promise<void> {
    const fitting = rules.on(bus).filter((rule) => fits(rule, event));
    await Promise.all(fitting.map((rule) => deliver(rule, event, cause, forwarded)));
  }

  async function deliver(rule: Rule, event: BusEvent, cause: Cause, forwarded = false): Promise<void> {
    await Promise.all(rule.targets.map((target) => send(rule, target, event, cause, forwarded)));
  }

  async function send(
    rule: Rule,
    target: RuleTarget,
    event: BusEvent,
    cause: Cause,
    forwarded: boolean,
  ): Promise<void> {
    const facts = { name: rule.name, arn: rules.ruleArn(rule), ingested: eventTime(time.now()) };
    const isBus = target.Arn.split(':')[2] === 'events';
    const body = isBus ? JSON.stringify(event) : targetInput(target, event, facts);
    try {
      if (isBus && forwarded)
        throw new ServiceError('THIRD_ACCOUNT_HOP_DETECTED', 'An event goes from one bus to another once.');
      if (isBus) return await publish(rules.bus(busName(target.Arn)).name, event, cause, true);
      await targets.send(target.Arn, { body, cause, groupId: target.SqsParameters?.MessageGroupId });
    } catch (error) {
      const tell = (why: unknown) => undelivered(`${cause.what} by the rule ${rule.name}`, why);
      const queue = target.DeadLetterConfig?.Arn;
      if (!queue) return tell(error);
      const attributes = failureAttributes(facts.arn, target.Arn, error);
      await targets.send(queue, { body, cause, attributes }).catch(tell);
    }
  }

  return { publish, deliver };
}

/** https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html: without a retry, for what is not there will not come. */
function failureAttributes(
  rule: string,
  target: string,
  error: unknown,
): Readonly<Record<string, MessageAttribute>> {
  const code = error instanceof ServiceError && error.code.endsWith('DETECTED') ? error.code : 'NO_RESOURCE';
  const message = error instanceof Error ? error.message : String(error);
  const attributes = { RULE_ARN: rule, TARGET_ARN: target, ERROR_CODE: code, ERROR_MESSAGE: message };
  return Object.fromEntries(
    Object.entries(attributes).map(([name, StringValue]) => [name, { DataType: 'String', StringValue }]),
  );
}
