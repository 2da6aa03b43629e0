import type { AuthorizerEvent } from '../auth/authorizer-request.ts';
import type { Identity } from '../auth/identity.ts';
import type { RawHttpEvent } from '../http/raw-event.ts';
import { authorizerEvent, identityValues } from './authorizer-event.ts';
import { policyVerdict } from './policy-verdict.ts';
import { type AuthorizingApi, type Refusal, refusals } from './refusal.ts';

/** How a function is asked. */
export interface FunctionRules {
  readonly api: AuthorizingApi;
  readonly identity: readonly Identity[];
  /** Seconds. */
  readonly ttl: number;
  readonly event: 'request' | 'token';
  readonly answer: 'policy' | 'simple';
}

/** What a function answered, read as JSON, or that it failed. */
export interface Asked {
  readonly failed: boolean;
  readonly value: unknown;
}

/** A request may go on, with what the route's event says of its caller; or it may not. */
export type Passage =
  | { readonly found: Readonly<Record<string, unknown>> | undefined }
  | { readonly refused: Refusal };

/** Whether a request for a route may go on. */
export type Authorize = (event: RawHttpEvent, arn: string) => Promise<Passage>;

interface Answer {
  readonly principalId?: unknown;
  readonly policyDocument?: unknown;
  readonly isAuthorized?: unknown;
  readonly context?: unknown;
}

/**
 * Asks a function as API Gateway does, and remembers what it answered, not what came of it: a policy is evaluated for each route anew.
 * What failed is not remembered.
 *
 * @param now milliseconds
 */
export function functionAuthorizer(
  rules: FunctionRules,
  ask: (event: AuthorizerEvent) => Promise<Asked>,
  now: () => number = Date.now,
): Authorize {
  const known = new Map<string, { readonly answer: Answer; readonly until: number }>();
  const refuse = refusals[rules.api];

  return async (event, arn) => {
    const values = identityValues(rules.identity, event);
    if (!values) return { refused: refuse.unauthorized };
    const key = JSON.stringify(values);
    const remembered = known.get(key);
    if (remembered && now() < remembered.until) return passage(rules, remembered.answer, arn);
    const { failed, value } = await ask(authorizerEvent(rules.event, event, arn, values));
    if (failed) return { refused: isUnauthorized(rules, value) ? refuse.unauthorized : refuse.failed };
    const answer = (typeof value === 'object' && value !== null ? value : {}) as Answer;
    const made = passage(rules, answer, arn);
    if (rules.ttl > 0 && isReadable(rules, answer)) {
      known.set(key, { answer, until: now() + rules.ttl * 1000 });
    }
    return made;
  };
}

/** A REST API knows this one word: https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-use-lambda-authorizer.html */
function isUnauthorized({ api }: FunctionRules, value: unknown): boolean {
  return api === 'rest' && (value as { errorMessage?: unknown } | null)?.errorMessage === 'Unauthorized';
}

function isReadable(rules: FunctionRules, answer: Answer): boolean {
  return isSimple(rules)
    ? typeof answer.isAuthorized === 'boolean'
    : policyVerdict(answer.policyDocument, '') !== undefined;
}

const isSimple = ({ api, answer }: FunctionRules): boolean => api === 'http' && answer === 'simple';

function passage(rules: FunctionRules, answer: Answer, arn: string): Passage {
  const refuse = refusals[rules.api];
  if (!isReadable(rules, answer)) return { refused: refuse.unreadable };
  const verdict = isSimple(rules)
    ? answer.isAuthorized
      ? 'allow'
      : 'deny'
    : policyVerdict(answer.policyDocument, arn);
  if (verdict !== 'allow') {
    return { refused: refuse.denied(verdict === 'deny' ? 'explicitly' : 'silently') };
  }
  const context = (answer.context ?? {}) as Readonly<Record<string, unknown>>;
  if (rules.api === 'http') return { found: { lambda: context } };
  const texts = Object.entries(context).map(([name, value]) => [name, String(value)]);
  return { found: { principalId: answer.principalId, integrationLatency: 0, ...Object.fromEntries(texts) } };
}
