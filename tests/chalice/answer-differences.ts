import type { CaseHandler } from './app-language.ts';
import { type CaseCors, corsHeadersOf } from './cors-case.ts';
import type { Difference, HttpSubject } from './differences.ts';
import type { HttpExpected } from './http-case.ts';

/** Where answers for pages of other origins, and answers of bytes, are otherwise than Chalice's. */
export const answerDifferences: readonly Difference<HttpSubject, HttpExpected>[] = [
  {
    reason: 'An error that no route is there for tells pages of other origins, too, who may read it.',
    applies: (subject) => !subject.handler && corsOfPath(subject) !== undefined,
    expected: (subject, chalice) => ({
      ...chalice,
      headers: { ...chalice.headers, ...corsHeadersOf(corsOfPath(subject) ?? {}) },
    }),
  },
  {
    reason: 'A REST API takes every type for bytes, so bytes go out whatever the client accepts.',
    applies: ({ handler }) => bytesOf(handler) !== undefined,
    expected: ({ handler }) => ({
      ...answerOf(handler),
      body: bytesOf(handler) ?? '',
      isBase64Encoded: true,
    }),
  },
  {
    reason:
      'Text goes out as it is, whatever its type: API Gateway decodes only what says that it is base64.',
    applies: ({ expected, handler }) => bytesOf(handler) === undefined && expected?.isBase64Encoded === true,
    expected: (_, { isBase64Encoded: __, body, ...answer }) => ({
      ...answer,
      body: Buffer.from(String(body), 'base64').toString(),
    }),
  },
];

/** What is expected of a case of which Chalice says that it raises, if here it does not. */
export function answeredAnyway({ handler, raises }: HttpSubject): HttpExpected | undefined {
  const text = handler && 'response' in handler.do ? handler.do.response.body : undefined;
  if (!raises || !/^Expected bytes type/.test(raises.message) || typeof text !== 'string') return undefined;
  return { ...answerOf(handler), body: text };
}

function answerOf(handler: CaseHandler | undefined): Omit<HttpExpected, 'body'> {
  const { headers = {}, status_code: statusCode = 200 } =
    handler && 'response' in handler.do ? handler.do.response : {};
  const typed = Object.keys(headers).some((name) => name.toLowerCase() === 'content-type');
  const single = Object.entries(headers).filter(([, value]) => typeof value === 'string');
  return {
    statusCode,
    headers: {
      ...(!typed && { 'content-type': 'application/octet-stream' }),
      ...(Object.fromEntries(single) as Record<string, string>),
    },
    multiValueHeaders: Object.fromEntries(
      Object.entries(headers).filter((one): one is [string, readonly string[]] => typeof one[1] !== 'string'),
    ),
  };
}

/** The bytes that a handler answers with, in base64. */
function bytesOf(handler: CaseHandler | undefined): string | undefined {
  if (!handler) return undefined;
  if ('return_bytes_b64' in handler.do) return handler.do.return_bytes_b64;
  return 'response' in handler.do ? handler.do.response.body_b64 : undefined;
}

/** What holds for a path: what one of its routes says, or else what the app says. */
function corsOfPath({ description, event }: HttpSubject): CaseCors | undefined {
  const routes = description.handlers.filter(({ args }) => args.path === event.requestContext.resourcePath);
  const said = routes.map(({ args }) => args.cors ?? description.cors).find((cors) => cors);
  const holds = said ?? (routes.length === 0 ? description.cors : undefined);
  return holds === true ? {} : holds || undefined;
}
