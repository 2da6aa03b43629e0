import { PARTIAL_FAILURES } from '@tankard/framework/rules';
import type { Known } from '../known.ts';
import type { Properties } from '../reconciler.ts';
import type { MappingModel } from './model.ts';

/** What Lambda says of a mapping, as far as it matters here. */
export interface DescribedMapping {
  readonly State?: string | undefined;
  readonly BatchSize?: number | undefined;
  readonly MaximumBatchingWindowInSeconds?: number | undefined;
  readonly FilterCriteria?:
    | { readonly Filters?: readonly { readonly Pattern?: string | undefined }[] | undefined }
    | undefined;
  readonly ScalingConfig?: { readonly MaximumConcurrency?: number | undefined } | undefined;
  readonly ParallelizationFactor?: number | undefined;
  readonly StartingPosition?: string | undefined;
  readonly MaximumRetryAttempts?: number | undefined;
  readonly MaximumRecordAgeInSeconds?: number | undefined;
  readonly BisectBatchOnFunctionError?: boolean | undefined;
  readonly DestinationConfig?:
    | { readonly OnFailure?: { readonly Destination?: string | undefined } | undefined }
    | undefined;
  readonly FunctionResponseTypes?: readonly string[] | undefined;
}

/** -1: for ever. */
const FOR_EVER = -1;

/** A mapping as it should be, with AWS's defaults filled in; only a stream has those of streams. */
export function wantedMapping(model: Known<MappingModel>): Properties {
  const ofStream = {
    parallelization: model.parallelization ?? 1,
    startingPosition: model.startingPosition,
    retries: model.retries ?? FOR_EVER,
    maxAge: model.maxAge ?? FOR_EVER,
    bisect: model.bisect ?? false,
    onFailure: model.onFailure === undefined ? undefined : String(model.onFailure),
  };
  return {
    enabled: true,
    batchSize: model.batchSize,
    batchWindow: model.batchWindow ?? 0,
    filters: patternsOf(model).toSorted(),
    maximumConcurrency: model.maximumConcurrency,
    reportBatchItemFailures: model.reportBatchItemFailures,
    ...(model.source !== 'sqs' && ofStream),
  };
}

/** A mapping as Lambda describes it, in the same form. */
export function observedMapping(mapping: DescribedMapping): Properties {
  const { DestinationConfig, FilterCriteria, FunctionResponseTypes = [], StartingPosition } = mapping;
  const ofStream = {
    parallelization: mapping.ParallelizationFactor ?? 1,
    startingPosition: StartingPosition,
    retries: mapping.MaximumRetryAttempts ?? FOR_EVER,
    maxAge: mapping.MaximumRecordAgeInSeconds ?? FOR_EVER,
    bisect: mapping.BisectBatchOnFunctionError ?? false,
    onFailure: DestinationConfig?.OnFailure?.Destination || undefined,
  };
  return {
    enabled: mapping.State !== 'Disabled' && mapping.State !== 'Disabling',
    batchSize: mapping.BatchSize,
    batchWindow: mapping.MaximumBatchingWindowInSeconds ?? 0,
    filters: (FilterCriteria?.Filters ?? []).map(({ Pattern = '' }) => Pattern).toSorted(),
    maximumConcurrency: mapping.ScalingConfig?.MaximumConcurrency,
    reportBatchItemFailures: FunctionResponseTypes.includes(PARTIAL_FAILURES.responseType),
    // Only a stream has a place to start at.
    ...(StartingPosition !== undefined && ofStream),
  };
}

/**
 * What a mapping is made with, or set to. An update leaves alone what it does not name: what is wanted no
 * more is named as empty, or as AWS's default.
 *
 * @param changed what an update names; without, what a new mapping needs.
 */
export function mappingSettings(model: Known<MappingModel>, changed?: ReadonlySet<string>) {
  const wanted = wantedMapping(model);
  const names = changed ?? new Set(Object.keys(wanted).filter((name) => !isEmpty(wanted[name])));
  const { onFailure, maximumConcurrency: MaximumConcurrency } = model;
  return {
    ...(names.has('enabled') && { Enabled: true }),
    ...(names.has('batchSize') && { BatchSize: model.batchSize }),
    ...(names.has('batchWindow') && { MaximumBatchingWindowInSeconds: model.batchWindow ?? 0 }),
    ...(names.has('filters') && {
      FilterCriteria: { Filters: patternsOf(model).map((Pattern) => ({ Pattern })) },
    }),
    ...(names.has('maximumConcurrency') && {
      ScalingConfig: MaximumConcurrency === undefined ? {} : { MaximumConcurrency },
    }),
    ...(names.has('reportBatchItemFailures') && {
      FunctionResponseTypes: model.reportBatchItemFailures ? [PARTIAL_FAILURES.responseType] : [],
    }),
    ...(names.has('parallelization') && { ParallelizationFactor: model.parallelization ?? 1 }),
    ...(names.has('retries') && { MaximumRetryAttempts: model.retries ?? FOR_EVER }),
    ...(names.has('maxAge') && { MaximumRecordAgeInSeconds: model.maxAge ?? FOR_EVER }),
    ...(names.has('bisect') && { BisectBatchOnFunctionError: model.bisect ?? false }),
    ...(names.has('onFailure') && {
      DestinationConfig: { OnFailure: { Destination: onFailure === undefined ? '' : String(onFailure) } },
    }),
  };
}

const isEmpty = (property: unknown): boolean =>
  property === undefined || (Array.isArray(property) && property.length === 0);

const patternsOf = ({ filters }: Known<MappingModel>): readonly string[] =>
  filters.map((one) => JSON.stringify(one));
