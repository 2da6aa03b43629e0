/** What an API Gateway makes of a handler's answer, as far as it counts here. */
interface GatewayAnswer {
  readonly statusCode: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly multiValueHeaders?: Readonly<Record<string, readonly string[]>>;
  readonly body: string;
  readonly isBase64Encoded?: boolean;
}

/** Status, media type and JSON of an answer, however the contender writes them. */
export function httpAnswer({
  statusCode,
  headers = {},
  multiValueHeaders = {},
  body,
  isBase64Encoded,
}: GatewayAnswer): object {
  const type = Object.entries({ ...multiValueHeaders, ...headers })
    .filter(([name]) => name.toLowerCase() === 'content-type')
    .map(([, value]) => String(value).replace(/;.*/, ''))[0];
  const text = isBase64Encoded ? Buffer.from(body, 'base64').toString() : body;
  return { status: statusCode, type, body: JSON.parse(text) };
}
