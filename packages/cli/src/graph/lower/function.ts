import { DEFAULTS } from '@tankard/framework/rules';
import { ref, type Value } from '../../resources/value.ts';
import { resourceEnvironment } from '../environment.ts';
import { logGroupName } from '../log-group-name.ts';
import { makeNode } from '../make-node.ts';
import type { AnyNode } from '../node.ts';
import { apiUrl } from './api.ts';
import { corsVariable } from './cors-variable.ts';
import { layersOf } from './layer.ts';
import type { FunctionPlan, Lowering } from './lowering.ts';
import { roleNodes } from './role.ts';
import { connectionsUrl } from './websocket.ts';

/** A function with its role, its policies and its log group. */
export function lowerFunction(plan: FunctionPlan, lowering: Lowering): readonly AnyNode[] {
  const { names } = lowering;
  const { name, handlers } = plan.spec;
  const place = handlers[0]?.place;
  const trust = { trusts: 'lambda.amazonaws.com' };
  const { role, policies } = roleNodes(name, trust, plan.statements, lowering, place);
  const logs = { physicalName: logGroupName(names, name), retention: plan.settings.logRetention };
  return [
    role,
    ...policies,
    makeNode('log-group', name, logs, { place }),
    functionNode(
      plan,
      policies.map(({ id }) => id),
      lowering,
    ),
  ];
}

function functionNode(plan: FunctionPlan, dependsOn: AnyNode['dependsOn'], lowering: Lowering): AnyNode {
  const { spec, settings, artifact } = plan;
  const { description, architecture, memory, timeout, logLevel, tracing, reservedConcurrency, vpc } =
    settings;
  const model = {
    physicalName: lowering.names.of('function', spec.name),
    description,
    runtime: DEFAULTS.runtime,
    handler: artifact.handler,
    architecture,
    memory,
    timeout,
    environment: environmentOf(plan, lowering),
    code: { zip: artifact.zip, digest: artifact.digest },
    role: ref(`role:${spec.name}`, 'arn'),
    logGroup: ref(`log-group:${spec.name}`, 'name'),
    logLevel,
    tracing,
    reservedConcurrency,
    vpc: vpc && { ...vpc, ipv6: vpc.ipv6 ?? false },
    layers: layersOf(spec.name, lowering),
  };
  return makeNode('function', spec.name, model, { place: spec.handlers[0]?.place, dependsOn });
}

/** What the user sets wins, so that a test may point a function at something else. */
function environmentOf({ spec, usage, settings }: FunctionPlan, lowering: Lowering): Record<string, Value> {
  const { config, manifest, placeholders, values } = lowering;
  const urls = { api: apiUrl(manifest, config), websocket: connectionsUrl(manifest) };
  const own = Object.entries(settings.environment);
  return {
    ...(config.sourceMaps ? { NODE_OPTIONS: '--enable-source-maps' } : {}),
    ...resourceEnvironment(usage.resources, values, urls),
    ...corsVariable(spec, lowering),
    ...Object.fromEntries(own.map(([name, text]) => [name, placeholders.text(text)])),
  };
}
