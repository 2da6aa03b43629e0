import type { AttributeValue } from '@aws-sdk/client-dynamodb';

type Item = Readonly<Record<string, AttributeValue>>;

/**
 * How far a message has come. A group is mailed in the order of its addresses, so one address says it all,
 * and people who join meanwhile don't shift the chunks.
 */
export interface Progress {
  readonly group: string;
  readonly messageKey: string;
  /** The last address that is dealt with. */
  readonly mailedThrough: string | undefined;
  /** The last address of the chunk that was handed to SES and of which nobody noted the outcome. */
  readonly sendingThrough: string | undefined;
  readonly recipients: number;
  /** Addresses that SES does not take. */
  readonly refused: readonly AttributeValue[];
  /** Chunks that may or may not have been sent. */
  readonly inDoubt: readonly AttributeValue[];
}

/** Reads the progress that an item of ScheduledMessages holds. */
export function progressOf(item: Item): Progress {
  return {
    group: item.group?.S ?? '',
    messageKey: item.message_key?.S ?? '',
    mailedThrough: item.mailed_through?.S,
    sendingThrough: item.sending_through?.S,
    recipients: Number(item.recipients?.N ?? 0),
    refused: item.refused?.L ?? [],
    inDoubt: item.in_doubt?.L ?? [],
  };
}

/** Whether nothing is left to do for an item. */
export function isSettled(item: Item): boolean {
  return item.sent?.BOOL === true || item.failed !== undefined;
}
