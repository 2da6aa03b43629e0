import type { ResourceKind, ResourceRef } from '@tankard/framework/manifest';
import { join, pseudo } from '../../resources/value.ts';
import { actionsOf, extraActionsOf } from '../actions/actions-of.ts';
import type { IamAction } from '../actions/iam-actions.ts';
import type { PolicyContext } from '../context.ts';
import { arnsOf } from '../resources/arns-of.ts';
import { declaredType } from '../resources/declared-types.ts';
import type { FunctionUsage, NotSeen, SdkCall } from '../usage.ts';
import type { Grant, Granted } from './grant.ts';
import { grantMail, isMail } from './grant-mail.ts';

/** What one SDK call needs. */
export async function grantCall(
  call: SdkCall,
  usage: FunctionUsage,
  context: PolicyContext,
): Promise<Granted> {
  const actions = await actionsOf(call);
  if (actions.length === 0) return { grants: [], notes: [unknownOperation(call)] };
  const all = actions.map((action) =>
    isMail(action) ? grantMail(action, call, usage) : grantAction(action, call, usage, context),
  );
  const grants = all.flatMap((granted) => granted.grants);
  const notes = all.flatMap((granted) => granted.notes);
  const extra = call.inputs === undefined ? extraActionsOf(call) : [];
  return { grants, notes: extra.length > 0 ? [...notes, unknownInput(call, extra)] : notes };
}

function grantAction(
  action: IamAction,
  call: SdkCall,
  usage: FunctionUsage,
  context: PolicyContext,
): Granted {
  const because = { place: call.place, text: call.operation };
  const kinds = kindsOf(action);
  if (kinds.size > 0) {
    const named = call.resources ?? namedResources(usage);
    const fitting = named.filter(({ kind }) => kinds.has(kind));
    const indexes = call.inputs === undefined || call.inputs.includes('IndexName');
    const resources = arnsOf(action, fitting, context, { indexes });
    if (resources.length === 0) return { grants: [], notes: [noResource(action, call, kinds)] };
    return { grants: [{ action: action.name, resources, because }], notes: [] };
  }
  if (action.name === 'events:PutEvents') {
    return { grants: [{ action: action.name, resources: [eventBuses], because }], notes: [] };
  }
  if (action.resourceTypes.some(({ required }) => required)) {
    return { grants: [], notes: [undeclarable(action, call)] };
  }
  const grant: Grant = {
    action: action.name,
    resources: ['*'],
    because: { place: call.place, text: `${call.operation}, which needs no resource` },
  };
  return { grants: [grant], notes: [] };
}

/** The bus is named entry by entry, when the code runs; IAM does not insist on one. */
const eventBuses = join(
  'arn:',
  pseudo('partition'),
  ':events:',
  pseudo('region'),
  ':',
  pseudo('accountId'),
  ':event-bus/*',
);

function kindsOf(action: IamAction): ReadonlySet<ResourceKind> {
  const service = action.name.slice(0, action.name.indexOf(':'));
  const types = action.resourceTypes.map(({ name }) => declaredType(service, name));
  return new Set(types.flatMap((type) => (type ? [type.kind] : [])));
}

/** Every resource of the app that the function's code names. */
export function namedResources(usage: FunctionUsage): readonly ResourceRef[] {
  return usage.resources.flatMap(({ resource }) => (resource.kind === 'url' ? [] : [resource]));
}

function unknownInput(call: SdkCall, actions: readonly string[]): NotSeen {
  return {
    place: call.place,
    what: `The input of ${call.operation} cannot be seen, so ${actions.join(', ')} ${actions.length > 1 ? 'are' : 'is'} not granted.`,
    remedy:
      "Write the input's keys where the call is made, or add what it needs to the handler's `permissions`.",
  };
}

function unknownOperation(call: SdkCall): NotSeen {
  return {
    place: call.place,
    what: `IAM has no action for ${call.operation} of ${call.client}.`,
    remedy: "Add what it needs to the handler's `permissions`.",
  };
}

function noResource(action: IamAction, call: SdkCall, kinds: ReadonlySet<ResourceKind>): NotSeen {
  const kind = [...kinds].join(' or ');
  return {
    place: call.place,
    what: `${call.operation} names no ${kind} that the app declares, so ${action.name} is not granted.`,
    remedy: `Name one of the app's resources here, declare one that is there already with \`app.${[...kinds][0]}.existing('name')\`, or add '${action.name}' to the handler's \`permissions\`.`,
  };
}

function undeclarable(action: IamAction, call: SdkCall): NotSeen {
  const types = action.resourceTypes.filter(({ required }) => required).map(({ name }) => name);
  return {
    place: call.place,
    what: `${call.operation} needs ${action.name} on a ${types.join(' or ')}, which an app does not declare.`,
    remedy: `Add { actions: ['${action.name}'], resources: ['arn:…'] } to the handler's \`permissions\`.`,
  };
}
