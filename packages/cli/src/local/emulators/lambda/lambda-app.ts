/** A function as Lambda's API shows it. */
export interface LambdaFunctionFacts {
  /** Its name in the graph. */
  readonly name: string;
  readonly physicalName: string;
  readonly arn: string;
  readonly description?: string | undefined;
  readonly runtime: string;
  readonly handler: string;
  readonly role: string;
  readonly architecture: string;
  /** MB. */
  readonly memory: number;
  /** Seconds. */
  readonly timeout: number;
  readonly environment: Readonly<Record<string, string>>;
  readonly logGroup: string;
  readonly digest: string;
  readonly reservedConcurrency?: number | undefined;
}

/** An event source mapping as Lambda's API shows it. */
export interface LambdaMappingFacts {
  readonly function: string;
  readonly functionArn: string;
  readonly sourceArn: string;
  readonly batchSize: number;
  readonly batchWindow?: number | undefined;
  readonly filters: readonly unknown[];
  readonly maximumConcurrency?: number | undefined;
  readonly startingPosition?: string | undefined;
  readonly reportBatchItemFailures: boolean;
}

/** The functions of an app, and what Lambda polls for them. */
export interface LambdaApp {
  readonly functions: readonly LambdaFunctionFacts[];
  readonly mappings: readonly LambdaMappingFacts[];
}
