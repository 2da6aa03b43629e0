/** A policy as IAM keeps it. */
export interface PolicyDocument {
  readonly Version: string;
  readonly Statement: readonly PolicyStatement[];
}

interface PolicyStatement {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource: string | readonly string[];
  readonly Condition?: unknown;
}

/** The smallest part of a policy: one action on one resource. */
export interface Right {
  readonly action: string;
  readonly resource: string;
}

const listed = (value: string | readonly string[]): readonly string[] => [value].flat();

/** Every action on every resource that a policy allows it on, each once. */
export function rightsOf(document: PolicyDocument): readonly Right[] {
  const rights = document.Statement.flatMap(({ Action, Resource }) =>
    listed(Action).flatMap((action) => listed(Resource).map((resource) => ({ action, resource }))),
  );
  return [...new Map(rights.map((right) => [JSON.stringify(right), right])).values()];
}

/** The policy with all that it allows but one right. */
export function without(document: PolicyDocument, taken: Right): PolicyDocument {
  return {
    ...document,
    Statement: document.Statement.flatMap((statement) =>
      rightsOf({ ...document, Statement: [statement] })
        .filter(({ action, resource }) => action !== taken.action || resource !== taken.resource)
        .map(({ action, resource }) => ({ ...statement, Action: action, Resource: resource })),
    ),
  };
}
