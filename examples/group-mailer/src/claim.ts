import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { ConditionalCheckFailedException, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { database, scheduled } from './service.ts';

/** The key of an item of ScheduledMessages. */
export type ItemKey = Readonly<Record<'scheduled_date' | 'group_name', AttributeValue>>;

/** Who mails, and until when nobody else may: epoch in milliseconds. */
export interface Claimant {
  readonly run: string;
  readonly now: () => number;
  readonly until: () => number;
}

/** Another run holds the item. */
export class ClaimLostError extends Error {}

/**
 * Takes an item for one run where nobody else has it, and gives it as it stands; `undefined` where it is done
 * or another run's claim still holds. A run that died holds its claim until the moment that it named.
 */
export async function claimItem(
  key: ItemKey,
  by: Claimant,
): Promise<Record<string, AttributeValue> | undefined> {
  try {
    const { Attributes } = await database.send(
      new UpdateItemCommand({
        TableName: scheduled.name,
        Key: key,
        UpdateExpression: 'SET claimed_by = :run, claimed_until = :until',
        ConditionExpression:
          'attribute_exists(message_key) AND attribute_not_exists(failed)' +
          ' AND (attribute_not_exists(sent) OR sent = :no)' +
          ' AND (attribute_not_exists(claimed_until) OR claimed_until < :now OR claimed_by = :run)',
        ExpressionAttributeValues: {
          ':run': { S: by.run },
          ':until': { N: String(by.until()) },
          ':now': { N: String(by.now()) },
          ':no': { BOOL: false },
        },
        ReturnValues: 'ALL_NEW',
      }),
    );
    return Attributes;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return undefined;
    throw error;
  }
}

/**
 * Changes an item that this run holds. Every change can be made twice with the same result,
 * because the SDK repeats a call whose answer it did not get.
 *
 * @throws ClaimLostError where another run has taken the item over.
 */
export async function updateClaimed(
  key: ItemKey,
  by: Claimant,
  change: { readonly set: Readonly<Record<string, AttributeValue>>; readonly remove?: string },
): Promise<void> {
  const names = Object.keys(change.set);
  try {
    await database.send(
      new UpdateItemCommand({
        TableName: scheduled.name,
        Key: key,
        UpdateExpression:
          `SET ${names.map((name) => `${name} = :${name}`).join(', ')}` +
          (change.remove ? ` REMOVE ${change.remove}` : ''),
        ConditionExpression: 'claimed_by = :run',
        ExpressionAttributeValues: {
          ...Object.fromEntries(names.map((name) => [`:${name}`, change.set[name] ?? { NULL: true }])),
          ':run': { S: by.run },
        },
      }),
    );
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException)
      throw new ClaimLostError('Another run took over', { cause: error });
    throw error;
  }
}
