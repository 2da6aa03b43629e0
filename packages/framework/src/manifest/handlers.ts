import type { AppOptions } from '../app.ts';
import type { Registration } from '../registration.ts';
import { authorizerTrigger } from '../sources/authorizer.ts';
import type { Declaration } from '../sources/declaration.ts';
import { dynamoDBTrigger } from '../sources/dynamodb.ts';
import { eventTrigger } from '../sources/event.ts';
import type { Permission } from '../sources/handler-options.ts';
import { kinesisTrigger } from '../sources/kinesis.ts';
import { lambdaTrigger } from '../sources/lambda.ts';
import type { Refer } from '../sources/refer.ts';
import { routeTrigger } from '../sources/route.ts';
import { s3Trigger } from '../sources/s3.ts';
import { scheduleTrigger } from '../sources/schedule.ts';
import { snsTrigger } from '../sources/sns.ts';
import { sqsTrigger } from '../sources/sqs.ts';
import { websocketTrigger } from '../sources/websocket.ts';
import type { AuthorizerList } from './authorizers.ts';
import type { ResourceList } from './resources.ts';
import type { FunctionSettings, HandlerDeclaration, PermissionStatement, Trigger } from './types.ts';

/** One handler as the manifest has it. One without a name has the empty one, which a check reports. */
export function handlerDeclaration(
  registration: Registration,
  resources: ResourceList,
  authorizers: AuthorizerList,
  cors: AppOptions['cors'],
): HandlerDeclaration {
  const { declaration, name = '', member, within } = registration;
  const place = registration.place && { file: registration.place.file, line: registration.place.line };
  const refer = resources.referFrom(place);
  return {
    name,
    place,
    member,
    feature: within.length > 0 ? within.map((its) => its.name) : undefined,
    docs: registration.place?.docs,
    trigger: triggerOf(declaration, refer, (authorizer) => authorizers.nameFor(authorizer, place), cors),
    settings: settingsOf(declaration.options, refer),
  };
}

function triggerOf(
  declaration: Declaration,
  refer: Refer,
  authorizerName: (authorizer: unknown) => string | undefined,
  cors: AppOptions['cors'],
): Trigger {
  switch (declaration.source) {
    case 'route':
      return routeTrigger(declaration, authorizerName(declaration.options.authorizer), cors);
    case 'websocket': {
      const { target, options } = declaration;
      // Only who connects is asked; that another route names an authorizer is a problem that a check reports.
      const asks = target === '$connect' || options.authorizer !== undefined;
      return websocketTrigger(declaration, asks ? authorizerName(options.authorizer) : undefined);
    }
    case 'schedule':
      return scheduleTrigger(declaration);
    case 'event':
      return eventTrigger(declaration);
    case 's3':
      return s3Trigger(declaration, refer);
    case 'sns':
      return snsTrigger(declaration, refer);
    case 'sqs':
      return sqsTrigger(declaration, refer);
    case 'dynamodb':
      return dynamoDBTrigger(declaration, refer);
    case 'kinesis':
      return kinesisTrigger(declaration, refer);
    case 'authorizer':
      return authorizerTrigger();
    case 'lambda':
      return lambdaTrigger();
  }
}

function settingsOf(options: Declaration['options'], refer: Refer): FunctionSettings {
  const { description, memory, timeout, environment, reservedConcurrency, grants } = options;
  const permissions = options.permissions?.map((permission) => statement(permission, refer));
  return { description, memory, timeout, environment, reservedConcurrency, permissions, grants };
}

/** In a permission text is an ARN and stays as it is. */
function statement({ resources, ...rest }: Permission, refer: Refer): PermissionStatement {
  return {
    ...rest,
    resources: resources.map((its) => (typeof its === 'string' ? its : refer(its.kind, its))),
  };
}
