import type { JsonOperations } from '../../endpoint/json-operations.ts';
import type { AwsRequest } from '../../endpoint/message.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import type { Cause } from '../../invocations/cause.ts';
import { eventPattern } from '../../patterns/event-pattern.ts';
import type { EmulatorContext } from '../emulator.ts';
import type { BusEvent } from './bus-event.ts';
import { checkedPattern } from './check-pattern.ts';
import { checkEntries, eventOf, type PutEventsEntry } from './put-events.ts';
import type { Router } from './router.ts';
import { busName } from './rule.ts';

/** What an event has at least: https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_TestEventPattern.html */
const REQUIRED = ['id', 'account', 'source', 'time', 'region', 'resources', 'detail-type'];

export const eventOperations = (router: Router, context: EmulatorContext): JsonOperations => ({
  async PutEvents({ Entries }: { Entries?: readonly PutEventsEntry[] }, { caller }: AwsRequest) {
    const after = caller?.invocation ? [caller.invocation] : [];
    const results = await Promise.all(
      checkEntries(Entries).map(async (entry) => {
        const event = eventOf(entry, context, context.time.now());
        if ('ErrorCode' in event) return event;
        // An event for a bus that is not there is taken, and goes nowhere.
        await router.publish(busName(entry.EventBusName), event, causeOf(event, after));
        return { EventId: event.id };
      }),
    );
    return { FailedEntryCount: results.filter((one) => 'ErrorCode' in one).length, Entries: results };
  },
  TestEventPattern({ EventPattern, Event }: { EventPattern: string; Event: string }) {
    return { Result: eventPattern(checkedPattern(EventPattern))(testedEvent(Event)) };
  },
});

export const causeOf = (event: BusEvent, after: readonly string[]): Cause => ({
  by: 'event',
  what: `event ${event['detail-type']}`,
  after,
});

function testedEvent(text: string): object {
  const refuse = (reason: string) =>
    new ServiceError('ValidationException', `Parameter Event is not valid. Reason: ${reason}`);
  let event: object;
  try {
    event = JSON.parse(text);
  } catch {
    throw refuse('it is no JSON.');
  }
  const missing = REQUIRED.find((name) => !Object.hasOwn(event, name));
  if (missing) throw refuse(`${missing} is missing.`);
  return event;
}
