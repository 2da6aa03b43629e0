import type { ApiTarget } from '@tankard/framework/config';
import type { RawHttpEvent, Refusal } from '@tankard/framework/gateway';

/** Who signed a request, as far as a signature says it. */
export interface Signer {
  readonly accessKey: string;
  /** `execute-api`; `lambda` of a function URL. */
  readonly service: string;
}

const CREDENTIAL = /^([^/\s]+)\/\d{8}\/[^/\s]+\/([^/\s]+)\/aws4_request$/;

/**
 * Reads the signature of a request: of its header, or of its query where it is signed beforehand. Whether it is right is not
 * looked at: nobody here knows the secret of a key.
 */
export function signerOf(event: RawHttpEvent): Signer | undefined {
  const header = Object.entries(event.headers ?? {}).find(([name]) => name.toLowerCase() === 'authorization');
  const [, inHeader] =
    /^AWS4-HMAC-SHA256\s.*\bCredential=([^,\s]+).*\bSignature=[^,\s]+/.exec(header?.[1] ?? '') ?? [];
  const query = event.queryStringParameters ?? {};
  const inQuery = query['X-Amz-Signature'] ? query['X-Amz-Credential'] : undefined;
  const [, accessKey, service] = CREDENTIAL.exec(inHeader ?? inQuery ?? '') ?? [];
  return accessKey === undefined || service === undefined ? undefined : { accessKey, service };
}

const refusal = (status: number, body: Refusal['body'], type?: string): Refusal => ({
  status,
  headers: { 'content-type': 'application/json', ...(type && { 'x-amzn-errortype': type }) },
  body,
});

/**
 * What each target answers who does not sign.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-access-control-iam.html
 * @see https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html
 */
export const unsigned: Readonly<Record<ApiTarget, Refusal>> = {
  http: refusal(403, { message: 'Forbidden' }),
  rest: refusal(403, { message: 'Missing Authentication Token' }, 'MissingAuthenticationTokenException'),
  'function-url': refusal(403, { Message: 'Forbidden' }, 'AccessDeniedException'),
};

/** What the function is told of who signed, where each target tells it. */
export function signedContext(
  api: ApiTarget,
  { accessKey }: Signer,
  account: string,
): Readonly<Record<string, unknown>> {
  const userArn = `arn:aws:iam::${account}:user/${accessKey}`;
  if (api === 'rest') {
    const caller = { accountId: account, accessKey, caller: accessKey, user: accessKey, userArn };
    return { identity: caller };
  }
  const iam = { accountId: account, accessKey, callerId: accessKey, userArn, userId: accessKey };
  return { authorizer: { iam } };
}
