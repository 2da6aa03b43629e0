import type { App } from '@tankard/framework';
import { lambdaHandler } from '@tankard/framework/lambda';
import { testContext } from '@tankard/framework/testing';
import { expect } from 'vitest';

/** A case of http_runtime. */
export interface HttpCase {
  readonly name: string;
  readonly app: string;
  readonly event: {
    readonly requestContext: { readonly httpMethod: string; readonly resourcePath: string };
    readonly pathParameters?: Readonly<Record<string, string>> | null;
    readonly [field: string]: unknown;
  };
  readonly expected?: HttpExpected;
  readonly raises?: { readonly type: string; readonly message: string };
}

export interface HttpExpected {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly multiValueHeaders: Readonly<Record<string, readonly string[]>>;
  readonly body: string | { readonly $startsWith?: string; readonly $endsWith?: string };
  readonly isBase64Encoded?: boolean;
}

/** What the function answers, in the form of {@link expectation}. */
export async function answerOf(app: App, { event }: HttpCase): Promise<object> {
  const result = (await lambdaHandler(app)(event, testContext())) as Partial<HttpExpected>;
  return { multiValueHeaders: {}, ...result, body: bodyValue(String(result.body)) };
}

/** An expected answer with its body as a value where it is JSON: bodies are compared by what they say and not as bytes. */
export function expectation({ body, ...answer }: HttpExpected): object {
  if (typeof body === 'string') return { ...answer, body: bodyValue(body) };
  const { $startsWith = '', $endsWith = '' } = body;
  const fits = ({ json, text = JSON.stringify(json) }: { json?: unknown; text?: string }) =>
    text.startsWith($startsWith) && text.endsWith($endsWith);
  return { ...answer, body: expect.toSatisfy(fits) };
}

function bodyValue(body: string): object {
  try {
    return { json: JSON.parse(body) };
  } catch {
    return { text: body };
  }
}
