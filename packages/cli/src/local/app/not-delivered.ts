import type { Manifest, Trigger } from '@tankard/framework/manifest';

/** A handler whose events do not come by themselves here. */
export interface NotDelivered {
  readonly handler: string;
  /** `messages of the queue Jobs`. */
  readonly events: string;
}

/** Handlers of sources that are not delivered on this machine yet: said at start, so that nobody waits for them. */
export function notDelivered({ handlers }: Manifest): readonly NotDelivered[] {
  return handlers.flatMap(({ name, trigger }) => {
    const events = undelivered(trigger);
    return events === undefined ? [] : [{ handler: name, events }];
  });
}

function undelivered(trigger: Trigger): string | undefined {
  switch (trigger.source) {
    case 'route':
    case 'schedule':
    case 'event':
    case 'lambda':
    case 'dynamodb':
    case 'sqs':
    case 's3':
      return undefined;
    case 'sns':
      return `messages of the topic ${trigger.topic.name}`;
  }
}
