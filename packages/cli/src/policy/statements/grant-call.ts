import type { ResourceKind, ResourceRef } from '@tankard/framework/manifest';
import { join, pseudo, type Value } from '../../resources/value.ts';
import { actionsOf, extraActionsOf } from '../actions/actions-of.ts';
import type { IamAction } from '../actions/iam-actions.ts';
import { serviceOf } from '../actions/service-of.ts';
import type { PolicyContext } from '../context.ts';
import { arnsOf } from '../resources/arns-of.ts';
import { declaredType } from '../resources/declared-types.ts';
import type { FunctionUsage, NotSeen, SdkCall } from '../usage.ts';
import type { Grant, Granted } from './grant.ts';
import { grantMail, isMail } from './grant-mail.ts';
import { outsideArns } from './outside-arns.ts';

/** What one SDK call needs. */
export async function grantCall(
  call: SdkCall,
  usage: FunctionUsage,
  context: PolicyContext,
): Promise<Granted> {
  const actions = await actionsOf(call);
  if (!actions) return { grants: [], notes: [unknownOperation(call)] };
  const all = await Promise.all(
    actions.map((action) =>
      isMail(action) ? grantMail(action, call, usage) : grantAction(action, call, usage, context),
    ),
  );
  const grants = all.flatMap((granted) => granted.grants);
  const notes = all.flatMap((granted) => granted.notes);
  const extra = call.inputs === undefined ? extraActionsOf(call) : [];
  return { grants, notes: extra.length > 0 ? [...notes, unknownInput(call, extra)] : notes };
}

async function grantAction(
  action: IamAction,
  call: SdkCall,
  usage: FunctionUsage,
  context: PolicyContext,
): Promise<Granted> {
  const because = { place: call.place, text: call.operation };
  const granted = (resources: readonly Value[], text: string = call.operation): Granted => ({
    grants: [{ action: action.name, resources, because: { ...because, text }, ...passedOnly(action, call) }],
    notes: [],
  });
  const kinds = kindsOf(action);
  const named = (call.resources ?? namedResources(usage)).filter(({ kind }) => kinds.has(kind));
  const declared = arnsOf(action, named, context, call.indexes);
  if (declared.length > 0) return granted(declared);
  const outside = await outsideArns(action, call);
  if (outside.length > 0) return granted(outside);
  if (kinds.size > 0) return { grants: [], notes: [noResource(action, call, kinds)] };
  if (action.name === 'events:PutEvents') return granted([eventBuses]);
  if (action.resourceTypes.some(({ required }) => required)) {
    return { grants: [], notes: [undeclarable(action, call)] };
  }
  return granted(['*'], `${call.operation}, which needs no resource`);
}

/**
 * A role may be handed to the service that is called, and to no other.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
 */
function passedOnly({ name }: IamAction, { client }: SdkCall): Pick<Grant, 'conditions'> {
  if (name !== 'iam:PassRole') return {};
  return { conditions: { StringEquals: { 'iam:PassedToService': `${serviceOf(client)}.amazonaws.com` } } };
}

/** A bus that is named when the code runs; IAM does not insist on one. */
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
    action: action.name,
    what: `${call.operation} names no ${kind} that the app declares, so ${action.name} is not granted.`,
    remedy: `Name one of the app's resources here, declare one that is there already with \`app.${[...kinds][0]}.existing('name')\`, or add '${action.name}' to the handler's \`permissions\`.`,
  };
}

function undeclarable(action: IamAction, call: SdkCall): NotSeen {
  const types = action.resourceTypes.filter(({ required }) => required).map(({ name }) => name);
  return {
    place: call.place,
    action: action.name,
    what: `${call.operation} needs ${action.name} on a ${types.join(' or ')}, which an app does not declare.`,
    remedy: `Write its name or ARN where the call is made, or add { actions: ['${action.name}'], resources: ['arn:…'] } to the handler's \`permissions\`.`,
  };
}
