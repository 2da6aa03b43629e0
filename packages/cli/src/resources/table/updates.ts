import type { Known } from '../known.ts';
import type { Properties } from '../reconciler.ts';
import { attributeDefinitions, keySchema } from './keys.ts';
import type { TableModel } from './model.ts';
import { STREAM_VIEW, wantedTable } from './properties.ts';

/**
 * What UpdateTable is called with, one call after another: AWS makes or removes one index at a time, and
 * a stream's view is changed only by a new stream. What is taken away goes first, because a changed index
 * keeps its name.
 */
export function tableUpdates(model: Known<TableModel>, observed: Properties) {
  const wanted = wantedTable(model);
  const old = indexesOf(observed);
  const now = indexesOf(wanted);
  return [
    ...(observed.billing === wanted.billing ? [] : [{ BillingMode: 'PAY_PER_REQUEST' as const }]),
    ...(observed.stream === wanted.stream ? [] : streamUpdates(model, observed)),
    ...Object.keys(old)
      .filter((name) => old[name] !== now[name])
      .map((IndexName) => ({ GlobalSecondaryIndexUpdates: [{ Delete: { IndexName } }] })),
    ...model.indexes
      .filter(({ name }) => old[name] !== now[name])
      .map((index) => ({
        AttributeDefinitions: attributeDefinitions([index]),
        GlobalSecondaryIndexUpdates: [{ Create: indexOf(index) }],
      })),
  ];
}

/** An index as it is made. */
export function indexOf(index: Known<TableModel>['indexes'][number]) {
  return {
    IndexName: index.name,
    KeySchema: keySchema(index),
    Projection: { ProjectionType: 'ALL' as const },
  };
}

function streamUpdates({ stream }: Known<TableModel>, observed: Properties) {
  return [
    ...(observed.stream === undefined ? [] : [{ StreamSpecification: { StreamEnabled: false } }]),
    ...(stream
      ? [{ StreamSpecification: { StreamEnabled: true, StreamViewType: STREAM_VIEW } as const }]
      : []),
  ];
}

const indexesOf = ({ indexes }: Properties): Readonly<Record<string, unknown>> => ({
  ...(typeof indexes === 'object' ? indexes : undefined),
});
