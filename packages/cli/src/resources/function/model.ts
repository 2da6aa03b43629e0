import type { LogLevel } from '@tankard/framework/config';
import type { Ref, Value } from '../value.ts';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-function.html */
export interface FunctionModel {
  readonly physicalName: string;
  readonly description?: string | undefined;
  readonly runtime: string;
  /** `index.handler`. */
  readonly handler: string;
  readonly architecture: 'arm64' | 'x86_64';
  /** MB. */
  readonly memory: number;
  /** Seconds. */
  readonly timeout: number;
  readonly environment: Readonly<Record<string, Value>>;
  /** The zip's file name below the output folder, and the digest of what is in it. */
  readonly code: { readonly zip: string; readonly digest: string };
  readonly role: Ref;
  readonly logGroup: Ref;
  readonly logLevel: LogLevel;
  readonly tracing: boolean;
  readonly reservedConcurrency?: number | undefined;
  readonly vpc?: FunctionVpc | undefined;
  readonly layers: readonly Value[];
}

/** Ids of subnets and security groups that are there. */
export interface FunctionVpc {
  readonly subnets: readonly string[];
  readonly securityGroups: readonly string[];
  readonly ipv6: boolean;
}
