import type { SdkCall } from '../usage.ts';
import { findAction, type IamAction } from './iam-actions.ts';
import { rules } from './rules/all-rules.ts';
import { serviceOf } from './service-of.ts';

/**
 * The IAM actions that one SDK call needs: those of its rule, else the action of its own name. Empty
 * where IAM knows neither, as for the operations of API Gateway, whose actions are HTTP verbs.
 */
export async function actionsOf(call: SdkCall): Promise<readonly IamAction[]> {
  const found = await Promise.all(namesOf(call).map(findAction));
  return found.filter((action) => action !== undefined);
}

/** What an operation may need beside, by inputs that a call might give. */
export function extraActionsOf(call: SdkCall): readonly string[] {
  return [...new Set(Object.values(rules[call.client]?.[call.operation]?.with ?? {}).flat())];
}

function namesOf(call: SdkCall): readonly string[] {
  const rule = rules[call.client]?.[call.operation];
  if (!rule) return [`${serviceOf(call.client)}:${call.operation}`];
  const part = call.part === undefined ? undefined : rule.parts?.[call.part];
  const extra = (call.inputs ?? []).flatMap((input) => rule.with?.[input] ?? []);
  return [...new Set([...(part ?? rule.needs), ...extra])];
}
