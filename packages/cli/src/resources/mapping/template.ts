import { PARTIAL_FAILURES } from '@tankard/framework/rules';
import { jsonText } from '../json-text.ts';
import { type CfnObject, type KindTemplate, refText, type TemplateContext, tagList } from '../template.ts';
import type { MappingModel } from './model.ts';

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-eventsourcemapping.html */
export const mappingTemplate: KindTemplate<MappingModel> = {
  suffix: 'Mapping',
  attributes: { id: refText },
  render: (model, context) => ({
    [context.id]: { Type: 'AWS::Lambda::EventSourceMapping', Properties: properties(model, context) },
  }),
};

function properties(model: MappingModel, context: TemplateContext): CfnObject {
  const { value } = context;
  const { filters, maximumConcurrency, onFailure } = model;
  return {
    FunctionName: value(model.function),
    EventSourceArn: value(model.sourceArn),
    BatchSize: model.batchSize,
    MaximumBatchingWindowInSeconds: model.batchWindow,
    FilterCriteria:
      filters.length > 0 ? { Filters: filters.map((one) => ({ Pattern: value(jsonText(one)) })) } : undefined,
    ScalingConfig: maximumConcurrency === undefined ? undefined : { MaximumConcurrency: maximumConcurrency },
    ParallelizationFactor: model.parallelization,
    StartingPosition: model.startingPosition,
    MaximumRetryAttempts: model.retries,
    MaximumRecordAgeInSeconds: model.maxAge,
    BisectBatchOnFunctionError: model.bisect,
    DestinationConfig: onFailure === undefined ? undefined : { OnFailure: { Destination: value(onFailure) } },
    FunctionResponseTypes: model.reportBatchItemFailures ? [PARTIAL_FAILURES.responseType] : undefined,
    Tags: tagList(context),
  };
}
