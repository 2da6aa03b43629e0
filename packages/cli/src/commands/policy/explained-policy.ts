import type { Place } from '@tankard/framework/manifest';
import type { Graph } from '../../graph/node.ts';
import type { NotSeen } from '../../policy/usage.ts';
import type { AnalysedApp } from '../../prepare/analyse-app.ts';
import type { Statement } from '../../resources/role/statement.ts';
import { valueText } from '../../resources/value-text.ts';

/** One function's policy, with the line that every statement comes from. */
export interface ExplainedPolicy {
  readonly function: string;
  readonly statements: readonly ExplainedStatement[];
  /** What the code may do beyond what could be seen. */
  readonly notSeen: readonly NotSeen[];
}

export interface ExplainedStatement {
  /** Allows without. */
  readonly effect?: 'Deny' | undefined;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  /** `StringEquals ses:FromAddress <parameter SourceEmail>`. */
  readonly conditions: readonly string[];
  readonly because: readonly { readonly place?: Place | undefined; readonly text: string }[];
}

/** What the roles of the graph allow, function by function, inline and managed policies together. */
export function explainedPolicies(app: AnalysedApp, graph: Graph): readonly ExplainedPolicy[] {
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
