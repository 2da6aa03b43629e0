import { ownSignature } from '../../endpoint/own-signature.ts';
import { Refused } from '../actions/refused.ts';
import type { ConsoleSources } from '../sources.ts';

type Place = Pick<ConsoleSources, 'endpoint' | 'region'>;

/** Services that speak JSON, with what their targets begin with and their version of it. */
const PROTOCOLS = {
  dynamodb: ['DynamoDB_20120810', '1.0'],
  sqs: ['AmazonSQS', '1.0'],
  kinesis: ['Kinesis_20131202', '1.1'],
} as const;

/**
 * Calls a service by AWS's own protocol, so that the console shows whichever engine there is. Without an SDK client: its loading would
 * take longer than everything that is shown.
 *
 * @throws Refused with the service's own words
 */
export async function askService<Answer>(
  { endpoint, region }: Place,
  service: keyof typeof PROTOCOLS,
  operation: string,
  input: object,
): Promise<Answer> {
  const [prefix, version] = PROTOCOLS[service];
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: {
      'content-type': `application/x-amz-json-${version}`,
      'x-amz-target': `${prefix}.${operation}`,
      ...ownSignature(service, region),
    },
    body: JSON.stringify(input),
  });
  const text = await response.text();
  if (!response.ok) throw refused(text);
  return (text === '' ? {} : JSON.parse(text)) as Answer;
}

/** SNS's protocol: a form, and XML. */
export async function askQuery(
  { endpoint, region }: Place,
  service: 'sns',
  input: Readonly<Record<string, string>>,
): Promise<string> {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...ownSignature(service, region) },
    body: new URLSearchParams({ Version: '2010-03-31', ...input }).toString(),
  });
  const text = await response.text();
  if (!response.ok) throw refused(text);
  return text;
}

/** S3's protocol. */
export async function askBucket({ endpoint, region }: Place, path: string, headers = {}): Promise<Response> {
  const response = await fetch(`${endpoint}/${path}`, {
    headers: { ...ownSignature('s3', region), ...headers },
  });
  if (!response.ok) throw refused(await response.text());
  return response;
}

/** A service's error, in JSON or XML, as it says it. */
function refused(text: string): Refused {
  const message =
    /"message"\s*:\s*"((?:[^"\\]|\\.)*)"/i.exec(text)?.[1] ?? /<Message>([^<]*)/.exec(text)?.[1];
  return new Refused(502, message ?? text);
}
