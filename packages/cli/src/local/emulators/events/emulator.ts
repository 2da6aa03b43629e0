import { randomUUID } from 'node:crypto';
import { startClock, type Timed } from '../../clock/clock.ts';
import { createRunningWork } from '../../deliveries/running-work.ts';
import { answerJson } from '../../endpoint/json-operations.ts';
import type { Emulator, EmulatorContext } from '../emulator.ts';
import { type BusEvent, eventTime } from './bus-event.ts';
import { busOperations } from './buses.ts';
import { causeOf, eventOperations } from './event-operations.ts';
import { createRouter } from './router.ts';
import { busName, type Rule } from './rule.ts';
import { ruleOperations } from './rule-operations.ts';
import { Rules } from './rules.ts';
import { targetOperations } from './target-operations.ts';

/** EventBridge: buses, and rules by pattern and by schedule. Archives, connections and their kin are refused by name. */
export interface EventBridgeEmulator extends Emulator {
  /** Takes the rules that the app declares, in place of those that it declared before. Their schedules are run by others. */
  setAppRules(rules: readonly Rule[]): void;
  /** Waits until what is being delivered by schedules has been handed over. */
  settle(): Promise<boolean>;
}

type TimedRule = Rule & Timed;

export async function startEventBridge(context: EmulatorContext): Promise<EventBridgeEmulator> {
  const { time, targets } = context;
  const running = createRunningWork();
  const clock = startClock<TimedRule>(time, (rule, at) => {
    const event = scheduledEvent(rules.ruleArn(rule), context, at);
    running.start(() =>
      router.deliver(rule, event, { by: 'schedule', what: `rule ${rule.name}`, after: [] }),
    );
  });
  const rules: Rules = new Rules(context, () => clock.set(rules.made().filter(isTimed)));
  const router = createRouter(rules, context);
  const operations = {
    ...busOperations(rules),
    ...ruleOperations(rules, time.now),
    ...targetOperations(rules),
    ...eventOperations(router, context),
  };
  targets.receive('events', async (arn, { body, cause }) => {
    const event: BusEvent = JSON.parse(body);
    await router.publish(rules.bus(busName(arn)).name, event, causeOf(event, cause.after));
  });
  clock.set(rules.made().filter(isTimed));
  return {
    services: ['events'],
    handle: (request) => answerJson(request, 'EventBridge', operations),
    setAppRules: (ofApp) => rules.setApp(ofApp),
    settle: running.settle,
    close: async () => clock.stop(),
  };
}

const isTimed = (rule: Rule): rule is TimedRule => rule.expression !== undefined && rule.state === 'ENABLED';

/** What a rule sends when its time has come. */
function scheduledEvent(
  arn: string,
  { region, account }: { readonly region: string; readonly account: string },
  at: Date,
): BusEvent {
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': 'Scheduled Event',
    source: 'aws.events',
    account,
    time: eventTime(at.getTime()),
    region,
    resources: [arn],
    detail: {},
  };
}
