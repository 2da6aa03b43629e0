import type { CorsOptions } from './http/cors/options.ts';
import type { LogLevel } from './log.ts';
import type { FunctionSettings } from './manifest/types.ts';

export type { LogLevel };

/** What one function may be told beside its code. Everything has a default. */
export interface FunctionConfig extends FunctionSettings {
  /** Default `arm64`. */
  readonly architecture?: 'arm64' | 'x86_64' | undefined;
  /**
   * The least level that is logged, by `app.log`, by `console` and by loggers that heed Lambda's settings; default `INFO`.
   *
   * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-log-level.html
   */
  readonly logLevel?: LogLevel | undefined;
  /** Days; default 30. */
  readonly logRetention?: number | undefined;
  /** X-Ray; default off. */
  readonly tracing?: boolean | undefined;
  /** The network that the function is connected to; `false` where others are and this one is not. */
  readonly vpc?: VpcConfig | false | undefined;
  /** Packages that are copied into the zip for the target platform and not bundled, such as `sharp`. */
  readonly external?: readonly string[] | undefined;
  /** Globs, relative to the project, of files that are laid into the zip under their own path. */
  readonly assets?: readonly string[] | undefined;
}

/**
 * A connection to a VPC, by ids.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html
 */
export interface VpcConfig {
  /** Subnets, 1 to 16: one in each of several availability zones. */
  readonly subnets: readonly string[];
  /** Security groups, 1 to 5. */
  readonly securityGroups: readonly string[];
  /** Lets calls go out by IPv6; every subnet has to have both. Default off. */
  readonly ipv6?: boolean | undefined;
}

/** What takes the requests to an app's routes: an HTTP API, a REST API, or the URL of the function that serves them. */
export type ApiTarget = 'http' | 'rest' | 'function-url';

/**
 * A name of one's own for the app's API.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-custom-domains.html
 */
export interface DomainConfig {
  /** `api.example.com`. */
  readonly name: string;
  /**
   * ARN of the certificate in ACM, with which the name is made: of the deploy's region, or of us-east-1 for `edge`. Without, the name is
   * there already, made by another app or by hand, and only the path is mapped.
   */
  readonly certificate?: string | undefined;
  /** What the API stands below: `orders`, or `v1/orders` of a regional name. Default: the whole name. */
  readonly basePath?: string | undefined;
  /** In the deploy's region (default), or at CloudFront's edges, which only a REST API can. */
  readonly endpoint?: 'regional' | 'edge' | undefined;
  /** Id of the hosted zone in Route 53 in which the name is made to lead there. Default: that is done elsewhere. */
  readonly hostedZone?: string | undefined;
}

/**
 * How much the holders of API keys may call a REST API. The keys are made, and their values shown by AWS.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html
 */
export interface UsagePlanConfig {
  /** Calls a second, and how many may come at once. */
  readonly throttle?: { readonly rate: number; readonly burst: number } | undefined;
  /** Calls in a period. */
  readonly quota?: { readonly limit: number; readonly period: 'day' | 'week' | 'month' } | undefined;
  /** What the keys are called: letters, digits, `-` and `_`. */
  readonly keys?: readonly string[] | undefined;
}

/** What a stage may set; the same keys at the top of the file hold for every stage. */
export interface StageConfig {
  /** What takes the requests to the routes; default `http`. */
  readonly api?: ApiTarget | undefined;
  /** The API's own name. */
  readonly domain?: DomainConfig | undefined;
  /** Says otherwise than the code which pages of other origins may call, for every route but those with `cors: false`. */
  readonly cors?: boolean | CorsOptions | undefined;
  /** Bytes from which answers are compressed for clients that take that; REST APIs only. Default: none is. */
  readonly minimumCompressionSize?: number | undefined;
  /** Values of `app.parameter`, by name. */
  readonly parameters?: Readonly<Record<string, string>> | undefined;
  /** For every function. */
  readonly defaults?: FunctionConfig | undefined;
  /** For one function, by name; what is said here wins over the code. */
  readonly functions?: Readonly<Record<string, FunctionConfig>> | undefined;
  /** Where the AWS SDK comes from: a file in each zip (default), or one layer for all functions. */
  readonly sdk?: 'bundle' | 'layer' | undefined;
  /** Ships source maps in the zips; default off: they are kept beside. */
  readonly sourceMaps?: boolean | undefined;
  /** Where the record of what was deployed is kept: `s3://bucket/prefix`, or in the project's `.tankard/state` without. */
  readonly state?: string | undefined;
  /**
   * What every role that is made may do at most: the ARN of a managed policy, or the name of one in the app's account.
   *
   * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
   */
  readonly permissionsBoundary?: string | undefined;
  /** Where in IAM roles and managed policies are made; default `/`. */
  readonly rolePath?: string | undefined;
  /** Keys of callers, for the routes that ask for one; REST APIs only. */
  readonly usagePlan?: UsagePlanConfig | undefined;
  /** Of everything that takes tags; a deploy adds `tankard:app` and `tankard:stage`, by which it knows its own. */
  readonly tags?: Readonly<Record<string, string>> | undefined;
}

/** `tankard.config.ts`. */
export interface TankardConfig extends StageConfig {
  /** The file that exports the app; default `src/app.ts`. */
  readonly entry?: string | undefined;
  /** Settings of single stages, by name; they win over the same keys at the top. */
  readonly stages?: Readonly<Record<string, StageConfig>> | undefined;
}

/** Gives `tankard.config.ts` its types: `export default defineConfig({ … })`. */
export function defineConfig(config: TankardConfig): TankardConfig {
  return config;
}
