import {
  CreateEventSourceMappingCommand,
  DeleteEventSourceMappingCommand,
  type EventSourceMappingConfiguration,
  GetEventSourceMappingCommand,
  type LambdaClient,
  ListTagsCommand,
  paginateListEventSourceMappings,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateEventSourceMappingCommand,
} from '@aws-sdk/client-lambda';
import { errorName, unless, unlessAbsent } from '../../aws/error-name.ts';
import { eventually, until } from '../../aws/eventually.ts';
import { sentAgain } from '../../aws/sent-again.ts';
import { tagChanges } from '../ownership.ts';
import type { Attributes, Change, Key, ReconcileContext, Reconciler } from '../reconciler.ts';
import { mappingSettings, observedMapping, wantedMapping } from './properties.ts';

/** Milliseconds: making, changing and removing a mapping each take up to some minutes. */
const PATIENCE = 5 * 60_000;

/** https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html */
export const mappingReconciler: Reconciler<'mapping'> = {
  replaces: ['startingPosition'],
  key: (model) => ({ function: model.function, source: String(model.sourceArn) }),
  wanted: (model, { tags }) => ({ ...wantedMapping(model), tags }),

  async observe({ key }, context) {
    const mapping = (await allMappings(context)).find((one) => isMapping(one, key));
    if (!mapping) return undefined;
    const tags = await tagsOf(await context.clients.lambda(), mapping);
    return {
      attributes: attributesOf(mapping),
      properties: { ...observedMapping(mapping), tags: context.ownTags(tags) },
      tags,
    };
  },

  async ensure(model, { clients, signal, tags }) {
    const lambda = await clients.lambda();
    const key = { function: model.function, source: String(model.sourceArn) };
    // A function that was removed by hand leaves its mappings behind.
    if ((await readMappings(lambda, key)).length > 0) return undefined;
    const { startingPosition: StartingPosition } = model;
    const create = new CreateEventSourceMappingCommand({
      FunctionName: model.function,
      EventSourceArn: String(model.sourceArn),
      ...(StartingPosition !== undefined && { StartingPosition }),
      ...mappingSettings(model),
      Tags: { ...tags },
    });
    const made = await eventually(
      () => unless(lambda.send(create), ['ResourceConflictException']),
      isNotYetAllowed,
      { within: PATIENCE, signal },
    );
    if (!made) return undefined;
    // AWS refuses the second of two; not every engine in its place does.
    const twice = sentAgain(made) ? await readMappings(lambda, key) : [];
    for (const { UUID } of twice) if (UUID !== made.UUID) await removeMapping(lambda, UUID, signal);
    return { attributes: attributesOf((await untilSettled(lambda, made.UUID, signal)) ?? made) };
  },

  async sync(change, context) {
    const { changed, model, observed } = change;
    const lambda = await context.clients.lambda();
    const { id: UUID } = observed.attributes;
    if ([...changed].some((name) => name !== 'tags')) {
      const update = new UpdateEventSourceMappingCommand({
        UUID,
        ...mappingSettings(model, changed),
      });
      await eventually(
        () => lambda.send(update),
        (error) => isBusy(error) || isNotYetAllowed(error),
        { within: PATIENCE, signal: context.signal },
      );
      await untilSettled(lambda, UUID, context.signal);
    }
    if (changed.has('tags')) await syncTags(lambda, change, context);
    return { attributes: observed.attributes };
  },

  async remove({ key }, context) {
    const lambda = await context.clients.lambda();
    // Asked anew: the shared reading may be older than a mapping that this deploy made.
    for (const { UUID } of await readMappings(lambda, key)) {
      await removeMapping(lambda, UUID, context.signal);
    }
  },

  async list(context, parents) {
    const functions = new Map(
      parents.flatMap(({ kind, name, attributes }) => (kind === 'function' ? [[attributes.arn, name]] : [])),
    );
    return (await allMappings(context)).flatMap((mapping) => {
      const { EventSourceArn: source = '', FunctionArn = '' } = mapping;
      const name = functions.get(FunctionArn);
      if (name === undefined) return [];
      const key = { function: FunctionArn, source };
      return [{ kind: 'mapping' as const, name, key, attributes: attributesOf(mapping) }];
    });
  },
};

/** Every mapping of the region in one reading: fewer calls than one a handler, at 15 a second. */
function allMappings({ clients, once }: ReconcileContext) {
  return once('mappings', async () => readMappings(await clients.lambda()));
}

async function readMappings(lambda: LambdaClient, key?: Key) {
  const mappings: EventSourceMappingConfiguration[] = [];
  const query = key ? { FunctionName: key.function, EventSourceArn: key.source } : {};
  const pages = paginateListEventSourceMappings({ client: lambda }, query);
  for await (const { EventSourceMappings = [] } of pages) {
    mappings.push(...EventSourceMappings.filter((one) => one.State !== 'Deleting'));
  }
  return mappings;
}

const isMapping = ({ FunctionArn, EventSourceArn }: EventSourceMappingConfiguration, key: Key): boolean =>
  FunctionArn === key.function && EventSourceArn === key.source;

async function get(lambda: LambdaClient, UUID: string | undefined) {
  return unlessAbsent(lambda.send(new GetEventSourceMappingCommand({ UUID })));
}

async function removeMapping(
  lambda: LambdaClient,
  UUID: string | undefined,
  signal: AbortSignal,
): Promise<void> {
  const patience = { within: PATIENCE, signal };
  const call = () => unlessAbsent(lambda.send(new DeleteEventSourceMappingCommand({ UUID })));
  await eventually(call, isBusy, patience);
  await until(
    `Removing the mapping ${UUID}`,
    () => get(lambda, UUID),
    (one) => !one,
    patience,
  );
}

/** Lambda's pollers are up only some time after the answer. */
async function untilSettled(lambda: LambdaClient, UUID: string | undefined, signal: AbortSignal) {
  return until(
    `Setting up the mapping ${UUID}`,
    () => get(lambda, UUID),
    (one) => !one || !/ing$/.test(one.State ?? ''),
    { within: PATIENCE, signal },
  );
}

const isBusy = (error: unknown): boolean => errorName(error) === 'ResourceInUseException';

/** The role or the queue was made a moment ago, and Lambda can't poll with it yet. */
const isNotYetAllowed = (error: unknown): boolean =>
  errorName(error) === 'InvalidParameterValueException' &&
  error instanceof Error &&
  /permission|not authorized|cannot access|assume|NonExistentQueue/i.test(error.message);

async function tagsOf(
  lambda: LambdaClient,
  { EventSourceMappingArn: Resource }: EventSourceMappingConfiguration,
) {
  return (await unlessAbsent(lambda.send(new ListTagsCommand({ Resource }))))?.Tags ?? {};
}

async function syncTags(
  lambda: LambdaClient,
  { observed }: Change<'mapping'>,
  { ownTags, tags }: ReconcileContext,
): Promise<void> {
  const { set, gone } = tagChanges(ownTags(observed.tags ?? {}), tags);
  const Resource = observed.attributes.arn;
  if (Object.keys(set).length > 0) await lambda.send(new TagResourceCommand({ Resource, Tags: set }));
  if (gone.length > 0) await lambda.send(new UntagResourceCommand({ Resource, TagKeys: [...gone] }));
}

const attributesOf = ({
  UUID = '',
  EventSourceMappingArn = '',
}: EventSourceMappingConfiguration): Attributes => ({
  id: UUID,
  arn: EventSourceMappingArn,
});
