import { randomUUID } from 'node:crypto';
import { ServiceError } from '../../endpoint/service-error.ts';
import type { BusEvent } from './bus-event.ts';
import { eventTime } from './bus-event.ts';

/** https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEventsRequestEntry.html */
export interface PutEventsEntry {
  readonly Source?: string;
  readonly DetailType?: string;
  /** JSON text. */
  readonly Detail?: string;
  readonly EventBusName?: string;
  readonly Resources?: readonly string[];
  /** Epoch seconds. */
  readonly Time?: number;
}

/** Entries of one call. */
const MOST = 10;
/** Bytes of one call: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-putevents.html */
const LARGEST = 1024 * 1024;

/**
 * Refuses a call as a whole, where AWS does.
 *
 * @throws ServiceError ValidationException
 */
export function checkEntries(entries: readonly PutEventsEntry[] | undefined): readonly PutEventsEntry[] {
  if (!entries)
    throw refused("Value null at 'entries' failed to satisfy constraint: Member must not be null");
  const wrong =
    entries.length === 0
      ? 'greater than or equal to 1'
      : entries.length > MOST && `less than or equal to ${MOST}`;
  if (wrong)
    throw refused(
      `Value '[PutEventsRequestEntry]' at 'entries' failed to satisfy constraint: Member must have length ${wrong}`,
    );
  if (entries.reduce((size, entry) => size + sizeOf(entry), 0) > LARGEST)
    throw new ServiceError(
      'ValidationException',
      'Total size of the entries in the request is over the limit.',
    );
  return entries;
}

const refused = (fault: string) =>
  new ServiceError('ValidationException', `1 validation error detected: ${fault}`);

/** https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-putevent-size.html */
function sizeOf({ Source = '', DetailType = '', Detail = '', Resources = [], Time }: PutEventsEntry): number {
  const texts = [Source, DetailType, Detail, ...Resources];
  return texts.reduce((size, text) => size + Buffer.byteLength(text), Time === undefined ? 0 : 14);
}

/** An event, or why this entry fails while others of its call may not. */
export function eventOf(
  entry: PutEventsEntry,
  { region, account }: { readonly region: string; readonly account: string },
  now: number,
): BusEvent | { readonly ErrorCode: string; readonly ErrorMessage: string } {
  for (const name of ['Source', 'DetailType', 'Detail'] as const) {
    if (!entry[name]) {
      const ErrorMessage = `Parameter ${name} is not valid. Reason: ${name} is a required argument.`;
      return { ErrorCode: 'InvalidArgument', ErrorMessage };
    }
  }
  const { Source = '', DetailType = '', Detail = '', Resources = [], Time } = entry;
  if (Source.startsWith('aws.'))
    return { ErrorCode: 'NotAuthorizedForSourceException', ErrorMessage: 'Not authorized for the source.' };
  const detail = objectIn(Detail);
  if (!detail) return { ErrorCode: 'MalformedDetail', ErrorMessage: 'Detail is malformed.' };
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': DetailType,
    source: Source,
    account,
    time: eventTime(Time === undefined ? now : Time * 1000),
    region,
    resources: Resources,
    detail,
  };
}

function objectIn(text: string): object | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}
