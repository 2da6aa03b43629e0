import type { Graph } from '../graph/node.ts';
import type { Statement } from '../resources/role/statement.ts';
import { valueText } from '../resources/value-text.ts';
import type { AnalysedApp } from './analyse-app.ts';
import type { ExplainedPolicy, ExplainedStatement } from './explained-policy.ts';

/** What the roles of the graph allow, function by function, inline and managed policies together. */
export function explainedPolicies(
  app: Pick<AnalysedApp, 'functions' | 'policies'>,
  graph: Graph,
): readonly ExplainedPolicy[] {
  const nodes = [...graph.nodes.values()];
  return app.functions.map(({ name }) => {
    const role = `role:${name}`;
    const statements = nodes.flatMap((node) => {
      if (node.kind === 'role') return node.id === role ? node.model.statements : [];
      return node.kind === 'policy' && node.model.role.$ref === role ? node.model.statements : [];
    });
    return {
      function: name,
      statements: statements.map(explained),
      notSeen: app.policies.get(name)?.notes ?? [],
    };
  });
}

function explained({ effect, actions, resources, conditions = {}, because }: Statement): ExplainedStatement {
  return {
    ...(effect && { effect }),
    actions,
    resources: resources.map(valueText),
    conditions: Object.entries(conditions).flatMap(([operator, keys]) =>
      Object.entries(keys).map(([key, value]) => `${operator} ${key} ${valueText(value)}`),
    ),
    because,
  };
}
