import { join, parameter, pseudo, type Value } from '../../resources/value.ts';
import type { IamAction } from '../actions/iam-actions.ts';
import type { FunctionUsage, SdkCall } from '../usage.ts';
import type { Granted } from './grant.ts';

/** Whether an action sends mail through SES, which is held to its from address and not to a resource. */
export function isMail(action: IamAction): boolean {
  return action.name.startsWith('ses:Send') && action.resourceTypes.some(({ name }) => name === 'identity');
}

/**
 * Sending from one address only. The identity may be the address or its domain, and in SES's sandbox the
 * recipient's identity is checked as well, so that the condition and not the resource tells who may be the sender.
 * https://docs.aws.amazon.com/ses/latest/dg/control-user-access.html
 */
export function grantMail(action: IamAction, call: SdkCall, usage: FunctionUsage): Granted {
  const senders = sendersOf(call, usage);
  if (senders.length === 0) return { grants: [], notes: [unknownSender(action, call)] };
  const grant = {
    action: action.name,
    resources: resourcesOf(action, call),
    conditions: { StringEquals: { 'ses:FromAddress': senders.length === 1 ? (senders[0] ?? []) : senders } },
    because: { place: call.place, text: call.operation },
  };
  return { grants: [grant], notes: [] };
}

function sendersOf(call: SdkCall, usage: FunctionUsage): readonly Value[] {
  if (call.from) return ['parameter' in call.from ? parameter(call.from.parameter) : call.from.literal];
  return usage.resources.flatMap(({ resource }) =>
    resource.kind === 'parameter' ? [parameter(resource.name)] : [],
  );
}

function resourcesOf(action: IamAction, call: SdkCall): readonly Value[] {
  const types = new Set(action.resourceTypes.map(({ name }) => name));
  const templated = types.has('template') && (action.name !== 'ses:SendEmail' || call.part === 'Template');
  return [
    'identity',
    ...(types.has('configuration-set') && call.inputs?.includes('ConfigurationSetName')
      ? ['configuration-set']
      : []),
    ...(templated ? ['template'] : []),
  ].flatMap((type) =>
    (type === 'template' ? templatesOf(call) : ['*']).map((name) =>
      join(
        'arn:',
        pseudo('partition'),
        ':ses:',
        pseudo('region'),
        ':',
        pseudo('accountId'),
        `:${type}/`,
        name,
      ),
    ),
  );
}

function templatesOf({ names }: SdkCall): readonly string[] {
  const literals = names?.Template?.flatMap((name) => ('literal' in name ? [name.literal] : [])) ?? [];
  return literals.length > 0 && literals.length === names?.Template?.length ? literals : ['*'];
}

function unknownSender(action: IamAction, call: SdkCall) {
  return {
    place: call.place,
    action: action.name,
    what: `${call.operation} does not show whom the mail is from, so ${action.name} is not granted.`,
    remedy: `Take the address from \`app.parameter('SourceEmail').value\`, or add '${action.name}' to the handler's \`permissions\`.`,
  };
}
