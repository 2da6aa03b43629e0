import type { FunctionSettings, Manifest, ResourceRef } from '@tankard/framework/manifest';
import type { Value } from '../resources/value.ts';

/** ARNs that only the graph knows. They are handed in, so that policies know nothing of the graph. */
export interface ResourceArns {
  arn(resource: ResourceRef): Value;
  /** A text of `permissions`, in which placeholders may stand for names and ARNs of resources. */
  filled(text: string): Value;
  /** The stream of a table whose records a handler reads. */
  streamArn(table: ResourceRef<'table'>): Value;
  /** The queue `<handler>Failures`, which takes what a stream's handler could not do. */
  failureQueueArn(handler: string): Value;
  /** A log group's ARN without the `:*` that stands for its streams. */
  logGroupArn(functionName: string): Value;
  functionArn(functionName: string): Value;
  /** Every connection of the app's WebSocket API, for one method of the management API. */
  connectionsArn(method: 'POST' | 'DELETE' | 'GET'): Value;
  /** Patterns of all network interfaces, and of the subnets and security groups that they may stand in. */
  readonly networkArns: readonly Value[];
}

/** What policies are written from, beside the code. */
export interface PolicyContext {
  readonly manifest: Manifest;
  readonly arns: ResourceArns;
  /** What the configuration says of this function; it wins over the handlers' own settings. */
  readonly settings?: Pick<FunctionSettings, 'permissions' | 'grants'> | undefined;
}
