import type { Known } from '../known.ts';
import type { Property } from '../reconciler.ts';
import { trustDocument } from '../role/policy-document.ts';
import type { QueuePolicyModel } from './model.ts';

/** Who may send to the queue, as SQS takes it. */
export function queuePolicyText({ queueArn, topics }: Known<QueuePolicyModel>): string {
  return JSON.stringify(
    trustDocument({ Service: 'sns.amazonaws.com' }, 'sqs:SendMessage', {
      Resource: String(queueArn),
      Condition: { ArnEquals: { 'aws:SourceArn': topics.map(String) } },
    }),
  );
}

/** A policy to be compared: a list is sorted, and a list of one is the one, as AWS reads them. */
export function comparablePolicy(text: string): Property {
  return comparable(JSON.parse(text) as Property);
}

function comparable(value: Property | undefined): Property {
  if (typeof value !== 'object' || value === null) return value ?? null;
  if (isList(value)) {
    const items = value.map(comparable);
    const [first] = items;
    return items.length === 1 && first !== undefined
      ? first
      : items.toSorted((one, other) => JSON.stringify(one).localeCompare(JSON.stringify(other)));
  }
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, comparable(one)]));
}

const isList = (value: Property): value is readonly Property[] => Array.isArray(value);
