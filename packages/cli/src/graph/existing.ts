import type { ResourceDeclaration } from '@tankard/framework/manifest';
import { pascalCase } from '../resources/logical-id.ts';
import { join, parameter, pseudo, type Value } from '../resources/value.ts';
import { arnOf } from './arn.ts';
import type { GraphParameter } from './node.ts';

/** A resource that is there already: what it is called is a parameter, the rest follows from that. */
export interface Existing {
  readonly name: Value;
  readonly arn: Value;
  /** What GetSecretValue or an SQS call takes: a secret's name or ARN, a queue's URL. */
  readonly address: Value;
  /** Nobody but AWS knows it: a deploy looks it up, a template asks for it. */
  readonly streamArn: Value;
  readonly parameters: readonly GraphParameter[];
}

/** What follows from the name or ARN in `existing`. */
export function existingResource(declaration: ResourceDeclaration, text: string): Existing {
  const { kind } = declaration;
  const arn = text.startsWith('arn:') ? splitArn(text) : undefined;
  const called = arn?.name ?? text;
  const stem = `Existing${pascalCase(called)}`;
  const title = pascalCase(kind);
  const nameParameter = `${stem}${title}Name`;
  const name = parameter(nameParameter);
  const streamParameter = `${stem}StreamArn`;
  const at = (attribute: 'name' | 'streamArn') => ({ kind, text, attribute });
  return {
    name,
    arn: arn ? join(arn.before, name) : byName(kind, name),
    address: addressOf(kind, name, arn),
    streamArn: parameter(streamParameter),
    parameters: [
      {
        name: nameParameter,
        value: called,
        description: `Name of the existing ${kind} ${called}`,
        existing: at('name'),
      },
      {
        name: streamParameter,
        value: arn?.stream,
        description: `ARN of the stream of the existing table ${called}`,
        existing: at('streamArn'),
      },
    ],
  };
}

interface ArnParts {
  readonly before: string;
  readonly name: string;
  readonly region: string;
  readonly account: string;
  readonly stream?: string | undefined;
}

function splitArn(text: string): ArnParts {
  const table = text.replace(/\/stream\/.*$/, '');
  const [, , , region = '', account = ''] = table.split(':');
  const name = table.slice(Math.max(table.lastIndexOf(':'), table.lastIndexOf('/')) + 1);
  return {
    before: table.slice(0, table.length - name.length),
    name,
    region,
    account,
    stream: table === text ? undefined : text,
  };
}

/** A secret's ARN ends in six characters that only AWS knows; in a policy `?` stands for one each. */
function byName(kind: ResourceDeclaration['kind'], name: Value): Value {
  if (kind === 'parameter') return name;
  return kind === 'secret' ? join(arnOf(kind, name), '-??????') : arnOf(kind, name);
}

function addressOf(kind: ResourceDeclaration['kind'], name: Value, arn: ArnParts | undefined): Value {
  if (kind === 'secret') return arn ? join(arn.before, name) : name;
  if (kind !== 'queue') return name;
  const region = arn?.region ?? pseudo('region');
  const account = arn?.account ?? pseudo('accountId');
  return join('https://sqs.', region, '.', pseudo('urlSuffix'), '/', account, '/', name);
}
