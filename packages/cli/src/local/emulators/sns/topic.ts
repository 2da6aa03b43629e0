export type Attributes = Readonly<Record<string, string>>;

export interface Topic {
  readonly arn: string;
  /** For people: the app's own name of it, or the one in its ARN. */
  readonly label: string;
  /** Those that were set, by AWS's names. */
  readonly attributes: Attributes;
  readonly tags: Attributes;
}

export interface Subscription {
  readonly arn: string;
  readonly topicArn: string;
  readonly protocol: 'lambda' | 'sqs';
  /** The ARN of the function or queue. */
  readonly endpoint: string;
  /** Those that were set, by AWS's names. */
  readonly attributes: Attributes;
  /** The app declares it: it goes when the app has it no more. */
  readonly ofApp: boolean;
}

export const isFifo = (arn: string): boolean => arn.endsWith('.fifo');

export const nameOf = (arn: string): string => arn.split(':')[5] ?? '';

/** Attributes as XML has them, and back. */
export const toEntries = (attributes: Attributes): object => ({
  entry: Object.entries(attributes).map(([key, value]) => ({ key, value })),
});

export function fromEntries(entries: unknown): Attributes {
  const list = Array.isArray(entries) ? entries : [];
  return Object.fromEntries(list.map(({ key, value = '' }) => [key, value]));
}
