import type { HandlerDeclaration, Trigger } from '@tankard/framework/manifest';
import type { AnyNode } from '../node.ts';
import { lowerDynamoDB } from './dynamodb.ts';
import { lowerEvents } from './event.ts';
import { lowerKinesis } from './kinesis.ts';
import { handlersOf, type Lowering } from './lowering.ts';
import { lowerRoutes } from './route.ts';
import { lowerS3 } from './s3.ts';
import { lowerSchedules } from './schedule.ts';
import { lowerSns } from './sns.ts';
import { lowerSqs } from './sqs.ts';
import { lowerWebsocket } from './websocket.ts';

type Source = Trigger['source'];
type Lower<S extends Source> = (
  handlers: readonly HandlerDeclaration<Extract<Trigger, { source: S }>>[],
  lowering: Lowering,
) => readonly AnyNode[];

/** What each event source needs beside the function itself. */
const lowerings: { readonly [S in Source]: Lower<S> } = {
  route: lowerRoutes,
  websocket: lowerWebsocket,
  schedule: lowerSchedules,
  event: lowerEvents,
  s3: lowerS3,
  sns: lowerSns,
  sqs: lowerSqs,
  dynamodb: lowerDynamoDB,
  kinesis: lowerKinesis,
  // Its permission and its place in the API come with the routes.
  authorizer: () => [],
  lambda: () => [],
};

/** The nodes of all event sources. */
export function lowerSources(lowering: Lowering): readonly AnyNode[] {
  return (Object.keys(lowerings) as Source[]).flatMap((source) => lowerSource(source, lowering));
}

function lowerSource<S extends Source>(source: S, lowering: Lowering): readonly AnyNode[] {
  return lowerings[source](handlersOf(lowering.manifest, source), lowering);
}
