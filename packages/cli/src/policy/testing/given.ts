import type { FunctionSettings, Manifest, ResourceDeclaration, Trigger } from '@tankard/framework/manifest';
import type { FunctionSpec } from '../../build/functions.ts';
import { join, type NodeId, ref } from '../../resources/value.ts';
import type { PolicyContext } from '../context.ts';
import type { FunctionUsage, SdkCall } from '../usage.ts';

/** A manifest with these resources and nothing else. */
export function manifestOf(...resources: readonly ResourceDeclaration[]): Manifest {
  return {
    version: 1,
    app: 'shop',
    routes: 'together',
    notFound: 'gateway',
    resources,
    authorizers: [],
    handlers: [],
  };
}

/** A context whose ARNs are refs that name what they are of. */
export function contextOf(...resources: readonly ResourceDeclaration[]): PolicyContext {
  const arn = (id: NodeId) => ref(id, 'arn');
  return {
    manifest: manifestOf(...resources),
    arns: {
      arn: ({ kind, name }) => arn(`${kind}:${name}`),
      filled: (text) => text.replace('{{bucket:Files#arn}}', 'ARN of Files'),
      streamArn: ({ name }) => ref(`table:${name}`, 'streamArn'),
      failureQueueArn: (handler) => arn(`queue:${handler}Failures`),
      logGroupArn: (name) => arn(`log-group:${name}`),
      functionArn: (name) => arn(`function:${name}`),
      connectionsArn: (method) => join(arn('websocket-api:websocket'), ` ${method}`),
      networkArns: ['the network'],
    },
  };
}

/** A function with one handler. */
export function specOf(name: string, trigger: Trigger, settings: FunctionSettings = {}): FunctionSpec {
  return { name, handlers: [{ name, place: { file: 'src/app.ts', line: 7 }, trigger, settings }] };
}

/** What a function's code uses, with nothing where nothing is said. */
export function usageOf(parts: Partial<FunctionUsage>): FunctionUsage {
  return { function: 'worker', calls: [], resources: [], notSeen: [], ...parts };
}

/** A call as the code shows it, on line 1 where no line is given. */
export function callOf(client: string, operation: string, parts: Partial<SdkCall> = {}): SdkCall {
  return { client: `@aws-sdk/client-${client}`, operation, place: { file: 'src/app.ts', line: 1 }, ...parts };
}

/** An ARN of a {@link contextOf} as text: `bucket:Files/*`. */
export function shown(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const fields = value as Readonly<Record<string, unknown>>;
  if (Array.isArray(fields.$join)) return fields.$join.map(shown).join('');
  if (fields.$parameter !== undefined) return `{${String(fields.$parameter)}}`;
  if (fields.$pseudo !== undefined) return `{${String(fields.$pseudo)}}`;
  return fields.attribute === 'streamArn' ? `${String(fields.$ref)} stream` : String(fields.$ref);
}
