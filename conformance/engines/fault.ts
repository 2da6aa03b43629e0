import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Operation } from './operation.ts';

/** What goes wrong with one call. */
export type Fault =
  | AwsRefusal
  /** The connection breaks: before the call reached AWS, or after it took effect. */
  | { readonly kind: 'dropped'; readonly effect: boolean }
  /** The engine is not asked, and the answer is an empty "done": for what an engine does not have. */
  | { readonly kind: 'unheard' }
  /** AWS never answers. */
  | { readonly kind: 'unanswered' };

/** An error that AWS answers a call with. */
export interface AwsRefusal {
  readonly kind: 'refused';
  readonly status: number;
  /** AWS's name of the error: `ThrottlingException`. */
  readonly name: string;
  readonly message: string;
}

/** Answers a call with an error in the form of its service's protocol. */
export function refuse(
  { status, name, message }: AwsRefusal,
  operation: Operation,
  request: IncomingMessage,
  answer: ServerResponse,
): void {
  const [type, body] = errorBody(operation, request, name, message);
  answer.writeHead(status, {
    'content-type': type,
    'x-amzn-errortype': name,
    'x-amzn-requestid': 'a-fault',
  });
  answer.end(request.method === 'HEAD' ? undefined : body);
}

/** https://smithy.io/2.0/aws/protocols/index.html */
function errorBody(
  { service }: Operation,
  { headers }: IncomingMessage,
  name: string,
  message: string,
): readonly [type: string, body: string] {
  if (headers['smithy-protocol'] === 'rpc-v2-cbor') throw new Error(`'${service}' speaks CBOR.`);
  const error = `<Code>${name}</Code><Message>${message}</Message>`;
  if (service === 's3') return ['application/xml', `<Error>${error}<RequestId>a-fault</RequestId></Error>`];
  if (headers['content-type']?.startsWith('application/x-www-form-urlencoded')) {
    return [
      'text/xml',
      `<ErrorResponse><Error><Type>Sender</Type>${error}</Error><RequestId>a-fault</RequestId></ErrorResponse>`,
    ];
  }
  return ['application/json', JSON.stringify({ __type: name, message, Message: message })];
}
