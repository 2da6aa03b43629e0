import { App } from '@tankard/framework';
import { describe } from '@tankard/framework/manifest';
import { configRule } from '../../packages/cli/src/config/schema/config-rule.ts';
import type { CaseApp, CaseHandler } from './app-language.ts';
import { addRoutes } from './interpreter.ts';

/** A case of validation: an app and its configuration, and whether Chalice takes them. */
export interface ValidationCase {
  readonly name: string;
  readonly app: CaseApp & { readonly handlers: readonly ValidatedHandler[] };
  readonly config: {
    readonly version: string;
    readonly stages: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  };
  readonly expected_error?: { readonly type: string; readonly message: string };
}

/** A handler of any kind; `name` is one that it is given. */
export interface ValidatedHandler extends CaseHandler {
  readonly name?: string;
}

export type Verdict = 'ok' | 'refused';

/** Whether Tankard takes an app and its configuration. */
export function verdictOn({ app, config }: ValidationCase): Verdict {
  if (configRule(configOf(config), []).length > 0) return 'refused';
  try {
    describe(appOf(app));
    return 'ok';
  } catch {
    return 'refused';
  }
}

function appOf(description: ValidationCase['app']): App {
  const app = new App(description.app_name);
  for (const handler of description.handlers) declare(app, handler, description);
  return app;
}

function declare(app: App, handler: ValidatedHandler, description: CaseApp): void {
  const options = { name: handler.name ?? handler.fn };
  const args = (handler.args ?? {}) as { queue?: string; queue_arn?: string; expression?: string };
  switch (handler.kind) {
    case 'route':
      addRoutes(app, handler, description);
      break;
    case 'lambda_function':
      app.lambda(options, () => undefined);
      break;
    case 'schedule':
      app.schedule(args.expression as 'rate(1 hour)', options, () => undefined);
      break;
    case 'on_sqs_message':
      // Neither is what the compiler refuses here; the app is described all the same.
      app.onSqsMessage((args.queue_arn ?? args.queue) as string, options, () => undefined);
      break;
    case 'on_ws_connect':
      app.websocket('$connect', options, () => undefined);
      break;
    default:
      throw new Error(`The cases have a kind of handler that is not known here: ${handler.kind}.`);
  }
}

/** Chalice's keys by ours; one that we have no other name for stands as it is. */
function configOf({ version, stages }: ValidationCase['config']): object {
  // Chalice's own version of the file's shape.
  const head = version === '2.0' ? {} : { version };
  const ours = Object.entries(stages).map(([stage, settings]) => [stage, stageOf(settings)]);
  return { ...head, stages: Object.fromEntries(ours) };
}

function stageOf(settings: Readonly<Record<string, unknown>>): object {
  const { environment_variables: environment, security_group_ids, subnet_ids, ...named } = settings;
  const { api_gateway_custom_domain: domain, api_gateway_stage: _, ...rest } = named;
  const vpc = (security_group_ids ?? subnet_ids) && {
    ...(security_group_ids ? { securityGroups: security_group_ids } : {}),
    ...(subnet_ids ? { subnets: subnet_ids } : {}),
  };
  const defaults = { ...(environment ? { environment } : {}), ...(vpc ? { vpc } : {}) };
  return { ...rest, defaults, ...(domain ? { domain: domainOf(domain as Record<string, unknown>) } : {}) };
}

function domainOf({
  domain_name: name,
  certificate_arn: certificate,
  ...rest
}: Record<string, unknown>): object {
  return { name, certificate, ...rest };
}
