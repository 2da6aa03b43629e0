import type { ApiTarget } from '@tankard/framework/config';
import {
  type Authorize,
  calledArn,
  type FunctionRules,
  functionAuthorizer,
  type RawHttpEvent,
  type Refusal,
} from '@tankard/framework/gateway';
import { checkApiKey } from './api-key.ts';
import type { LocalKeys } from './local-keys.ts';
import type { RouteCallers } from './route-callers.ts';
import { signedContext, signerOf, unsigned } from './signature.ts';
import { checkToken, type TokenAuthorizer } from './token-authorizer.ts';
import { tokenVerifier } from './verify-token.ts';

/** An authorizer of the app, as this machine can ask it. */
export type LocalAuthorizer =
  | { readonly kind: 'function'; readonly function: string | undefined; readonly rules: FunctionRules }
  | ({ readonly kind: 'token' } & TokenAuthorizer);

/** Runs a function with an event as JSON. */
export type Ask = (
  functionName: string,
  payload: string,
) => Promise<{ readonly payload: string; readonly failed: boolean }>;

/** What is added to the context of the route's event; or the answer in place of the route's. */
export type Admission =
  | { readonly context: Readonly<Record<string, unknown>> }
  | { readonly refused: Refusal };

/** Lets requests through to their routes, as the app's API would. */
export interface Gatekeeper {
  admit(callers: RouteCallers, event: RawHttpEvent, ask: Ask): Promise<Admission>;
}

export interface GatekeeperSettings {
  readonly api: ApiTarget;
  readonly region: string;
  readonly account: string;
  readonly authorizers: ReadonlyMap<string, LocalAuthorizer>;
  /** Names of the keys of the usage plan. */
  readonly apiKeys: readonly string[];
  readonly keys: LocalKeys;
  /** Milliseconds of the session. */
  readonly now: () => number;
}

/** What an authorizer's function answered is remembered for as long as the gatekeeper lives: until the next build. */
export function createGatekeeper(settings: GatekeeperSettings): Gatekeeper {
  const { api, region, account, authorizers, keys, now } = settings;
  const asking = new Map<string, Authorize>();
  const verify = tokenVerifier(keys, now);
  const values = new Map(settings.apiKeys.map((name) => [keys.apiKeys[name] ?? name, name]));

  async function authorize(callers: RouteCallers, event: RawHttpEvent, ask: Ask): Promise<Admission> {
    if (callers.type === undefined) return { context: {} };
    if (callers.type === 'AWS_IAM') {
      const signer = signerOf(event);
      return signer ? { context: signedContext(api, signer, account) } : { refused: unsigned[api] };
    }
    const name = callers.authorizer ?? '';
    const authorizer = authorizers.get(name);
    if (!authorizer) throw new Error(`The app has no authorizer '${name}'.`);
    const passage =
      authorizer.kind === 'token'
        ? await checkToken(authorizer, callers.scopes ?? [], event, verify)
        : await ownFunction(name, authorizer, ask)(event, calledArn(event, region, account));
    return 'refused' in passage ? passage : { context: { authorizer: passage.found } };
  }

  function ownFunction(
    name: string,
    { function: called, rules }: Extract<LocalAuthorizer, { kind: 'function' }>,
    ask: Ask,
  ): Authorize {
    const known = asking.get(name);
    if (known) return known;
    const authorize = functionAuthorizer(
      rules,
      async (event) => {
        // A function of elsewhere is not there, as one that API Gateway may not invoke.
        if (called === undefined) return { failed: true, value: null };
        const { failed, payload } = await ask(called, JSON.stringify(event));
        return { failed, value: JSON.parse(payload) as unknown };
      },
      now,
    );
    asking.set(name, authorize);
    return authorize;
  }

  return {
    async admit(callers, event, ask) {
      const admission = await authorize(callers, event, ask);
      if ('refused' in admission || !callers.apiKey) return admission;
      const checked = checkApiKey(event, values);
      if ('refused' in checked) return checked;
      const { identity } = admission.context as { readonly identity?: object };
      return { context: { ...admission.context, identity: { ...identity, ...checked.identity } } };
    },
  };
}
