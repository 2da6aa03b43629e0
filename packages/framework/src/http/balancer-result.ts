import type { RawHttpEvent } from './raw-event.ts';
import type { ProxyResult } from './result.ts';

/**
 * A result as an Application Load Balancer takes it: it has to say whether the body is in base64. Where its target group has
 * multi-value headers on, which an event shows by its own, it reads those only; else the plain ones only, and one cookie at most.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html
 */
export function balancerResult(result: ProxyResult, event: RawHttpEvent): ProxyResult {
  const { statusCode, body, isBase64Encoded = false } = result;
  const lists = { ...listed(result.headers), ...result.multiValueHeaders };
  const answer = { statusCode, headers: {}, body, isBase64Encoded };
  if (event.multiValueHeaders) return { ...answer, multiValueHeaders: lists };
  return { ...answer, headers: joined(lists) };
}

function listed(headers: Readonly<Record<string, string>>): Record<string, string[]> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]]));
}

/** Cookies can't be joined by commas: a list of them keeps its last. */
function joined(lists: Readonly<Record<string, readonly string[]>>): Record<string, string> {
  const text = (name: string, values: readonly string[]) =>
    name.toLowerCase() === 'set-cookie' ? (values.at(-1) ?? '') : values.join(', ');
  return Object.fromEntries(Object.entries(lists).map(([name, values]) => [name, text(name, values)]));
}
