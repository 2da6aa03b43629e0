import { needs, type Rule } from '../rule.ts';

const verbs: readonly (readonly [RegExp, string])[] = [
  [/^(Get|Export|List)/, 'GET'],
  [/^(Put|Tag|Reimport)/, 'PUT'],
  [/^(Delete|Untag|Flush|Reset)/, 'DELETE'],
  [/^Update/, 'PATCH'],
];

/**
 * API Gateway's actions are the verbs of its own HTTP API.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-iam-policy-examples.html
 */
export function apiGatewayRule(operation: string): Rule {
  const verb = verbs.find(([name]) => name.test(operation))?.[1] ?? 'POST';
  return needs(`apigateway:${verb}`);
}
