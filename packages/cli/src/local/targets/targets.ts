import type { Cause } from '../invocations/cause.ts';

/** What is handed from one service to another. */
export interface Delivered {
  /** JSON text of an event for a function, the body of a message for a queue or a topic. */
  readonly body: string;
  readonly cause: Cause;
  /** Of a topic's message. */
  readonly subject?: string | undefined;
  /** A queue's or topic's message attributes, in their wire form: `{ DataType, StringValue, BinaryValue }` by name. */
  readonly attributes?: Readonly<Record<string, MessageAttribute>> | undefined;
  /** For FIFO queues and topics. */
  readonly groupId?: string | undefined;
  readonly deduplicationId?: string | undefined;
}

export interface MessageAttribute {
  readonly DataType: string;
  readonly StringValue?: string | undefined;
  /** Base64. */
  readonly BinaryValue?: string | undefined;
}

/** Takes what is sent to one service's resources. */
export type Receiver = (arn: string, delivered: Delivered) => Promise<void>;

/** Where services hand over to others: a topic to a queue, a bucket to a function, a failed record to a topic. */
export interface Targets {
  /** @param service as it stands in ARNs: `lambda`, `sqs`, `sns`, `events`. */
  receive(service: string, receiver: Receiver): void;
  /**
   * Hands over. A function is invoked asynchronously: this resolves when its event has been taken, not when it has run.
   *
   * @throws Error where there is no such resource.
   */
  send(arn: string, delivered: Delivered): Promise<void>;
}

export function createTargets(): Targets {
  const receivers = new Map<string, Receiver>();
  return {
    receive: (service, receiver) => void receivers.set(service, receiver),
    async send(arn, delivered) {
      const service = arn.split(':')[2] ?? '';
      const receiver = receivers.get(service);
      if (!receiver) throw new Error(`tankard local cannot send to ${arn}.`);
      await receiver(arn, delivered);
    },
  };
}
