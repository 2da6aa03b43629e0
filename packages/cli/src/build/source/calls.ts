import type { CallExpression, Expression, Node } from 'oxc-parser';

/** The methods of an App or a Feature that declare a handler. */
export const handlerMethods: ReadonlySet<string> = new Set([
  'route',
  'websocket',
  'schedule',
  'onEvent',
  'onS3Event',
  'onSnsMessage',
  'onSqsMessage',
  'onDynamoDBRecord',
  'onKinesisRecord',
  'authorizer',
  'lambda',
]);

/** The methods of an App that declare a resource; each has `.existing` too. */
export const resourceMethods: ReadonlySet<string> = new Set([
  'table',
  'bucket',
  'queue',
  'topic',
  'stream',
  'parameter',
  'secret',
]);

/** A call that looks like a declaration on an App or a Feature; whether it is one shows when the app runs. */
export interface DeclaringCall {
  readonly kind: 'handler' | 'resource';
  readonly method: string;
  /** What stands before the method: `app`, `this.app`, `service`. */
  readonly receiver: Expression;
  readonly call: CallExpression;
}

/** Reads a call as `receiver.method(…)` or `receiver.method.existing(…)`, where the method declares something. */
export function declaringCall(node: Node): DeclaringCall | undefined {
  if (node.type !== 'CallExpression') return undefined;
  const outer = memberOf(node.callee);
  if (!outer) return undefined;
  if (outer.name === 'existing') {
    const inner = memberOf(outer.object);
    if (!inner || !resourceMethods.has(inner.name)) return undefined;
    return { kind: 'resource', method: inner.name, receiver: inner.object, call: node };
  }
  if (handlerMethods.has(outer.name)) {
    return { kind: 'handler', method: outer.name, receiver: outer.object, call: node };
  }
  if (!resourceMethods.has(outer.name)) return undefined;
  return { kind: 'resource', method: outer.name, receiver: outer.object, call: node };
}

/** What stands before the method of a call that looks like `app.mount('/users', users)`. */
export function mountReceiver(node: Node): Expression | undefined {
  const outer = node.type === 'CallExpression' ? memberOf(node.callee) : undefined;
  return outer?.name === 'mount' ? outer.object : undefined;
}

function memberOf(node: Node): { readonly object: Expression; readonly name: string } | undefined {
  if (node.type !== 'MemberExpression' || node.computed) return undefined;
  if (node.object.type === 'Super' || node.property.type !== 'Identifier') return undefined;
  return { object: node.object, name: node.property.name };
}

/** An expression without the wrappers that mean nothing at run time: parentheses, `as`, `satisfies`, `!`. */
export function unwrapped(node: Expression): Expression {
  switch (node.type) {
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSInstantiationExpression':
    case 'TSTypeAssertion':
      return unwrapped(node.expression);
    default:
      return node;
  }
}
