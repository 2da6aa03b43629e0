import { createHash } from 'node:crypto';
import type { LambdaFunctionFacts, LambdaMappingFacts } from './lambda-app.ts';

/** https://docs.aws.amazon.com/lambda/latest/api/API_FunctionConfiguration.html */
export function describedFunction(facts: LambdaFunctionFacts): object {
  return {
    FunctionName: facts.physicalName,
    FunctionArn: facts.arn,
    Runtime: facts.runtime,
    Role: facts.role,
    Handler: facts.handler,
    CodeSize: 0,
    Description: facts.description ?? '',
    Timeout: facts.timeout,
    MemorySize: facts.memory,
    LastModified: '1970-01-01T00:00:00.000+0000',
    CodeSha256: facts.digest,
    Version: '$LATEST',
    Environment: { Variables: facts.environment },
    TracingConfig: { Mode: 'PassThrough' },
    RevisionId: uuidOf(facts.arn + facts.digest),
    State: 'Active',
    LastUpdateStatus: 'Successful',
    PackageType: 'Zip',
    Architectures: [facts.architecture],
    EphemeralStorage: { Size: 512 },
    LoggingConfig: { LogFormat: 'JSON', LogGroup: facts.logGroup },
  };
}

/** https://docs.aws.amazon.com/lambda/latest/api/API_EventSourceMappingConfiguration.html */
export function describedMapping(facts: LambdaMappingFacts): object {
  return {
    UUID: mappingId(facts),
    EventSourceArn: facts.sourceArn,
    FunctionArn: facts.functionArn,
    BatchSize: facts.batchSize,
    MaximumBatchingWindowInSeconds: facts.batchWindow ?? 0,
    StartingPosition: facts.startingPosition,
    State: 'Enabled',
    StateTransitionReason: 'USER_INITIATED',
    LastModified: 0,
    FunctionResponseTypes: facts.reportBatchItemFailures ? ['ReportBatchItemFailures'] : [],
    ...(facts.filters.length > 0 && {
      FilterCriteria: { Filters: facts.filters.map((one) => ({ Pattern: JSON.stringify(one) })) },
    }),
    ...(facts.maximumConcurrency !== undefined && {
      ScalingConfig: { MaximumConcurrency: facts.maximumConcurrency },
    }),
  };
}

/** The same in every session. */
export const mappingId = ({ functionArn, sourceArn }: LambdaMappingFacts): string =>
  uuidOf(`${functionArn} ${sourceArn}`);

function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
}
