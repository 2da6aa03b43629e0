import { DEFAULTS } from '@tankard/framework/manifest';
import { ref, type Value } from '../../resources/value.ts';
import { resourceEnvironment } from '../environment.ts';
import { logGroupName } from '../log-group-name.ts';
import { makeNode } from '../make-node.ts';
import type { AnyNode } from '../node.ts';
import { apiUrl } from './api.ts';
import type { FunctionPlan, Lowering } from './lowering.ts';

/** A function with its role, its policies and its log group. */
export function lowerFunction(plan: FunctionPlan, lowering: Lowering): readonly AnyNode[] {
  const { names } = lowering;
  const { inline, managed } = plan.statements;
  const { name, handlers } = plan.spec;
  const place = handlers[0]?.place;
  const policies = managed.map((statements, index) => {
    const called = `${name}-${index + 1}`;
    const model = { physicalName: names.iam(called), role: ref(`role:${name}`, 'name'), statements };
    return makeNode('policy', called, model, { place });
  });
  const role = { physicalName: names.iam(name), trusts: 'lambda.amazonaws.com', statements: inline };
  const logs = { physicalName: logGroupName(names, name), retention: plan.settings.logRetention };
  return [
    makeNode('role', name, role, { place }),
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
  const { description, architecture, memory, timeout, tracing, reservedConcurrency } = settings;
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
    tracing,
    reservedConcurrency,
    layers: [],
  };
  return makeNode('function', spec.name, model, { place: spec.handlers[0]?.place, dependsOn });
}

/** What the user sets wins, so that a test may point a function at something else. */
function environmentOf({ usage, settings }: FunctionPlan, lowering: Lowering): Record<string, Value> {
  const { config, manifest, values } = lowering;
  return {
    ...(config.sourceMaps ? { NODE_OPTIONS: '--enable-source-maps' } : {}),
    ...resourceEnvironment(usage.resources, values, apiUrl(manifest, config.api)),
    ...settings.environment,
  };
}
