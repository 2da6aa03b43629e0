import type { SdkCall } from '../usage.ts';
import { findAction, type IamAction } from './iam-actions.ts';
import { ruleOf } from './rules/all-rules.ts';
import { serviceOf } from './service-of.ts';

/**
 * The IAM actions that one SDK call needs: those of its rule, else the action of its own name. Undefined
 * where IAM knows neither; empty where it is not asked.
 */
export async function actionsOf(call: SdkCall): Promise<readonly IamAction[] | undefined> {
  const names = namesOf(call);
  const found = (await Promise.all(names.map(findAction))).filter((action) => action !== undefined);
  return names.length > 0 && found.length === 0 ? undefined : found;
}

/** What an operation may need beside, by inputs that a call might give. */
export function extraActionsOf(call: SdkCall): readonly string[] {
  return [...new Set(Object.values(ruleOf(call.client, call.operation)?.with ?? {}).flat())];
}

function namesOf(call: SdkCall): readonly string[] {
  const rule = ruleOf(call.client, call.operation);
  if (!rule) return [`${serviceOf(call.client)}:${call.operation}`];
  const part = call.part === undefined ? undefined : rule.parts?.[call.part];
  const extra = (call.inputs ?? []).flatMap((input) => rule.with?.[input] ?? []);
  return [...new Set([...(part ?? rule.needs), ...extra])];
}
