import type { ApiTarget, DomainConfig, FunctionConfig, UsagePlanConfig } from '@tankard/framework/config';
import type { CorsDeclaration } from '@tankard/framework/manifest';

/** The configuration of one stage with everything merged: flags, stage, top of the file, defaults. */
export interface ResolvedConfig {
  /** Absolute path of the project's folder. */
  readonly project: string;
  /** Absolute path of the file that exports the app. */
  readonly entry: string;
  /** Absolute path of the config file, where there is one. */
  readonly file?: string | undefined;
  /** What the config file says, for the places of what is wrong with it. */
  readonly text?: string | undefined;
  readonly stage: string;
  readonly api: ApiTarget;
  readonly domain?: DomainConfig | undefined;
  /** What holds for pages of other origins in place of what the code says; `false`: they may not call. */
  readonly cors?: CorsDeclaration | false | undefined;
  readonly parameters: Readonly<Record<string, string>>;
  /** For every function; code wins over it. */
  readonly defaults: FunctionConfig;
  /** For one function, by name; wins over code. */
  readonly functions: Readonly<Record<string, FunctionConfig>>;
  readonly sdk: 'bundle' | 'layer';
  readonly sourceMaps: boolean;
  /** `s3://bucket/prefix`; without, the project's own folder. */
  readonly state?: string | undefined;
  /** Bytes from which a REST API compresses its answers. */
  readonly minimumCompressionSize?: number | undefined;
  readonly permissionsBoundary?: string | undefined;
  /** Begins and ends with a slash. */
  readonly rolePath?: string | undefined;
  readonly tags?: Readonly<Record<string, string>> | undefined;
  readonly usagePlan?: UsagePlanConfig | undefined;
}
