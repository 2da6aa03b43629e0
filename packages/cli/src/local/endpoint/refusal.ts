import { randomUUID } from 'node:crypto';
import type { AwsRequest, AwsResponse } from './message.ts';
import { escapeXml } from './xml.ts';

/** What an AWS service says no with, before it has the shape of a protocol. */
export interface Refusal {
  /** `NoSuchBucket`, `ValidationException`. */
  readonly code: string;
  readonly message: string;
  readonly status: number;
}

/** Of services that speak REST-JSON, whatever the type of what is sent to them. */
const JSON_PATHS = /^\/v2\/|^\/\d{4}-\d{2}-\d{2}\/|\/@connections\//;

/**
 * A refusal in the protocol that the request was made in, for requests that no emulator takes. The AWS
 * protocols: https://smithy.io/2.0/aws/protocols/index.html
 */
export function refuse(request: AwsRequest, refusal: Refusal): AwsResponse {
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('application/x-amz-json') || 'x-amz-target' in request.headers)
    return jsonRefusal(refusal);
  if (type.startsWith('application/x-www-form-urlencoded')) return queryRefusal(refusal);
  if (type.startsWith('application/json') || JSON_PATHS.test(request.path)) return jsonRefusal(refusal);
  return restXmlRefusal(refusal);
}

/** For JSON 1.0, JSON 1.1 and REST-JSON. */
export function jsonRefusal({ code, message, status }: Refusal): AwsResponse {
  return {
    status,
    headers: {
      'content-type': 'application/json',
      'x-amzn-errortype': code,
      'x-amzn-requestid': randomUUID(),
    },
    body: JSON.stringify({ __type: code, message }),
  };
}

/** For the query protocol, as SES v1 and SNS speak it. */
export function queryRefusal({ code, message, status }: Refusal): AwsResponse {
  const fault = status < 500 ? 'Sender' : 'Receiver';
  return {
    status,
    headers: { 'content-type': 'text/xml' },
    body:
      `<ErrorResponse><Error><Type>${fault}</Type><Code>${escapeXml(code)}</Code>` +
      `<Message>${escapeXml(message)}</Message></Error><RequestId>${randomUUID()}</RequestId></ErrorResponse>`,
  };
}

/** For S3. */
export function restXmlRefusal({ code, message, status }: Refusal, resource = ''): AwsResponse {
  return {
    status,
    headers: { 'content-type': 'application/xml' },
    body:
      `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${escapeXml(code)}</Code><Message>${escapeXml(message)}</Message>` +
      `<Resource>${escapeXml(resource)}</Resource><RequestId>${randomUUID()}</RequestId></Error>`,
  };
}
