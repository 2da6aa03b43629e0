import type { Engines } from '../engines.ts';
import type { AsynchronousInvocations } from '../invocations/asynchronous.ts';
import type { Invoke } from '../invocations/invoker.ts';
import type { InvocationRecord } from '../invocations/record.ts';
import type { WiredApp } from '../session/wired-app.ts';
import type { Delivery } from './delivery.ts';
import { eventsDelivery } from './events/events-delivery.ts';
import { lambdaDelivery } from './lambda/lambda-delivery.ts';
import { createQueueDelivery } from './queues/queue-delivery.ts';
import { s3Delivery } from './s3/s3-delivery.ts';
import { createStreamDelivery } from './streams/stream-delivery.ts';
import type { StreamNotice } from './streams/stream-notice.ts';
import { topicDelivery } from './topics/topic-delivery.ts';
import { websocketDelivery } from './websockets/websocket-delivery.ts';

/** What deliveries work with. */
export interface DeliveryContext {
  readonly engines: Engines;
  readonly invoke: Invoke;
  readonly asynchronous: AsynchronousInvocations;
  readonly record: InvocationRecord;
  /** Resolves when the functions are those of the source as it stands. */
  readonly ready: () => Promise<unknown>;
  /** Says what people should know of it. */
  readonly tell: (notice: StreamNotice) => void;
}

/** A delivery that is set up by what the app declares. */
export interface AppDelivery extends Delivery {
  /** Takes the app as it stands after a build; what it had before counts no more. */
  update(app: WiredApp): Promise<void> | void;
}

/** One for each way in which events reach functions, in no order. */
export function allDeliveries(context: DeliveryContext): readonly AppDelivery[] {
  return [
    eventsDelivery(context.engines),
    s3Delivery(context.engines),
    lambdaDelivery(context),
    createQueueDelivery(context),
    createStreamDelivery(context),
    topicDelivery(context.engines),
    websocketDelivery(context),
  ];
}
