import type { MessageAttribute } from '../../../targets/targets.ts';
import { SqsError } from '../error.ts';

export type MessageAttributes = Readonly<Record<string, MessageAttribute>>;

/**
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-message-metadata.html
 *
 * @throws SqsError InvalidParameterValueException
 */
export function checkAttributes(attributes: MessageAttributes): void {
  const names = Object.keys(attributes);
  if (names.length > 10) {
    const most = `Number of message attributes [${names.length}] exceeds the allowed maximum [10].`;
    throw new SqsError('InvalidParameterValueException', most);
  }
  for (const name of names) check(name, attributes[name] as MessageAttribute);
}

function check(name: string, { DataType = '', StringValue, BinaryValue }: MessageAttribute): void {
  const wrong = (reason: string) => new SqsError('InvalidParameterValueException', reason);
  if (!/^(?!\.)(?!.*\.\.)[\w.-]{1,256}(?<!\.)$/.test(name) || /^(aws|amazon)\./i.test(name))
    throw wrong(`Invalid message attribute name '${name}'.`);
  const [, kind] = /^(String|Number|Binary)(\.[^\s]+)?$/.exec(DataType) ?? [];
  if (!kind || DataType.length > 256) {
    throw wrong(
      `The message attribute '${name}' has an invalid message attribute type, the set of supported type prefixes is Binary, Number, and String.`,
    );
  }
  const value = kind === 'Binary' ? BinaryValue : StringValue;
  if (!value) {
    const field = kind === 'Binary' ? 'BinaryValue' : 'StringValue';
    throw wrong(`The message attribute '${name}' must contain a non-empty ${field}.`);
  }
  if (kind === 'Number' && !Number.isFinite(Number(value)))
    throw wrong(`Can't cast the value of message (user) attribute '${name}' to a number.`);
}

/** Bytes that attributes count for in a message's size: names, types and values. */
export function sizeOfAttributes(attributes: MessageAttributes): number {
  return Object.entries(attributes).reduce(
    (sum, [name, { DataType, StringValue = '', BinaryValue = '' }]) =>
      sum + Buffer.byteLength(name + DataType + StringValue) + Buffer.byteLength(BinaryValue, 'base64'),
    0,
  );
}

/** Those that a receiver asks for: by name, `prefix.*`, or all by `All` and `.*`. */
export function askedFor(attributes: MessageAttributes, names: readonly string[]): MessageAttributes {
  const isAsked = (name: string) =>
    names.some(
      (asked) =>
        asked === 'All' ||
        asked === name ||
        (asked.endsWith('.*') && (asked === '.*' || name.startsWith(asked.slice(0, -1)))),
    );
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => isAsked(name)));
}
