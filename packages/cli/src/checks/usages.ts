import type { Manifest, Problem } from '@tankard/framework/manifest';
import { functionsOf } from '../build/functions.ts';
import { problem } from '../errors/problem.ts';
import { handlersOf } from '../graph/lower/lowering.ts';
import type { FunctionUsage, SdkCall } from '../policy/usage.ts';

/** S3 operations after which an object is there that was not there before. */
const WRITES = new Set([
  'PutObject',
  'CopyObject',
  'CompleteMultipartUpload',
  'CreateMultipartUpload',
  'PostObject',
]);

/** What the code of the functions uses that the app can't give, or should not. */
export function checkUsages(manifest: Manifest, usages: readonly FunctionUsage[]): readonly Problem[] {
  return usages.flatMap((usage) => [
    ...checkUrl(manifest, usage),
    ...checkConnections(manifest, usage),
    ...checkOwnBucket(manifest, usage),
  ]);
}

function checkUrl(manifest: Manifest, usage: FunctionUsage): readonly Problem[] {
  const use = usage.resources.find(({ resource }) => resource.kind === 'url' && !resource.name);
  if (!use || handlersOf(manifest, 'route').length > 0) return [];
  return [
    problem('URL_WITHOUT_ROUTES', {
      message: `'${usage.function}' uses the app's URL, and the app has no routes.`,
      place: use.places[0],
      subject: usage.function,
      remedy: 'Declare a route, or give the address by app.parameter.',
    }),
  ];
}

function checkConnections({ websocket }: Manifest, usage: FunctionUsage): readonly Problem[] {
  const use = usage.resources.find(
    ({ resource }) => resource.kind === 'url' && resource.name === 'websocket',
  );
  if (!use || websocket) return [];
  return [
    problem('CONNECTIONS_WITHOUT_WEBSOCKET', {
      message: `'${usage.function}' speaks to connections of the app's WebSocket API, and the app has no WebSocket routes.`,
      place: use.places[0],
      subject: usage.function,
      remedy: "Declare one, such as app.websocket('$default', (message) => { … }).",
    }),
  ];
}

/** A loop costs money for as long as nobody looks. https://docs.aws.amazon.com/lambda/latest/dg/invocation-recursion.html */
function checkOwnBucket(manifest: Manifest, usage: FunctionUsage): readonly Problem[] {
  const served = functionsOf(manifest).find(({ name }) => name === usage.function)?.handlers ?? [];
  return served.flatMap(({ name, trigger }) => {
    if (trigger.source !== 's3' || !trigger.events.some((event) => event.includes('ObjectCreated')))
      return [];
    const call = usage.calls.find((one) => writesTo(one, trigger.bucket.name, usage));
    if (!call) return [];
    return [
      problem('BUCKET_TRIGGERS_ITSELF', {
        severity: 'warning',
        message: `'${name}' is called for new objects of the bucket '${trigger.bucket.name}' and writes objects to it: it may call itself without end.`,
        place: call.place,
        subject: name,
        remedy: 'Write to another bucket, or under a prefix that the handler does not listen to.',
      }),
    ];
  });
}

/** A call whose bucket can't be seen may mean any that the function names. */
function writesTo(call: SdkCall, bucket: string, usage: FunctionUsage): boolean {
  const { client, operation, part, resources } = call;
  if (client !== '@aws-sdk/client-s3' || !WRITES.has(operation) || part === 'CopySource') return false;
  const named = resources ?? usage.resources.map(({ resource }) => resource);
  return named.some((one) => one.kind === 'bucket' && one.name === bucket);
}
