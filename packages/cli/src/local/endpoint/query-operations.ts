import { randomUUID } from 'node:crypto';
import type { AwsRequest, AwsResponse } from './message.ts';
import { queryRefusal } from './refusal.ts';
import { ServiceError } from './service-error.ts';
import { toXml } from './xml.ts';

/** A parameter of the query protocol: text, a list, or parameters by name. Nothing at all is empty text, also in the place of a list. */
export type QueryValue = string | readonly QueryValue[] | { readonly [name: string]: QueryValue };

export type QueryInput = { readonly [name: string]: QueryValue };

/** One operation of a service: what goes into its result's element; lists stand in `member` or `entry`. */
export type QueryOperation = (input: never, request: AwsRequest) => object;

/**
 * Answers for a service that speaks the query protocol: a form in, XML out. An operation that is not here is refused by name.
 * https://smithy.io/2.0/aws/protocols/aws-query-protocol.html
 *
 * @param service as people call it: `SNS`.
 */
export async function answerQuery(
  request: AwsRequest,
  service: string,
  namespace: string,
  operations: Readonly<Record<string, QueryOperation>>,
): Promise<AwsResponse> {
  const input = queryInput(request.body.toString());
  const name = String(input.Action ?? '');
  const operation = Object.hasOwn(operations, name) ? operations[name] : undefined;
  if (!operation) {
    const message = `tankard local's ${service} has no operation ${name}.`;
    return queryRefusal({ code: 'NotImplemented', message, status: 501 });
  }
  try {
    const body = toXml({
      [`${name}Response`]: {
        '@xmlns': namespace,
        [`${name}Result`]: operation(input as never, request),
        ResponseMetadata: { RequestId: randomUUID() },
      },
    });
    return { status: 200, headers: { 'content-type': 'text/xml' }, body };
  } catch (error) {
    if (error instanceof ServiceError) return queryRefusal(error);
    throw error;
  }
}

/** Reads `Tags.member.1.Key=a&Tags.member.1.Value=b` as `{ Tags: [{ Key: 'a', Value: 'b' }] }`. */
export function queryInput(form: string): QueryInput {
  const root = emptyTree();
  for (const [path, value] of new URLSearchParams(form)) {
    const steps = path.split('.');
    const last = steps.pop() ?? '';
    let node = root;
    for (const step of steps) {
      const there = node[step];
      const inner = typeof there === 'object' ? there : emptyTree();
      node[step] = inner;
      node = inner;
    }
    node[last] = value;
  }
  return readTree(root) as QueryInput;
}

interface Tree {
  [name: string]: string | Tree;
}

const emptyTree = (): Tree => Object.create(null);

function readTree(tree: string | Tree): QueryValue {
  if (typeof tree === 'string') return tree;
  const list = tree.member ?? tree.entry;
  if (typeof list === 'object') {
    const items = Object.entries(list).sort(([one], [other]) => Number(one) - Number(other));
    return items.map(([, item]) => readTree(item));
  }
  return Object.fromEntries(Object.entries(tree).map(([name, inner]) => [name, readTree(inner)]));
}
