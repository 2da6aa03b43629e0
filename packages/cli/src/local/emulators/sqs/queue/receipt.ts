import { SqsError } from '../error.ts';

/** Which receive of which message a receipt handle stands for. */
export interface Receipt {
  readonly queue: string;
  readonly message: string;
  readonly receipt: string;
}

export function writeHandle({ queue, message, receipt }: Receipt): string {
  return Buffer.from(JSON.stringify([queue, message, receipt])).toString('base64');
}

/** @throws SqsError ReceiptHandleIsInvalid for one that this queue never gave. */
export function readHandle(handle: string, queue: string): Receipt {
  try {
    const [of, message, receipt] = JSON.parse(Buffer.from(handle, 'base64').toString());
    if (of === queue && typeof message === 'string' && typeof receipt === 'string')
      return { queue, message, receipt };
  } catch {
    // It is none of ours.
  }
  throw new SqsError(
    'ReceiptHandleIsInvalid',
    `The input receipt handle "${handle}" is not a valid receipt handle.`,
  );
}
