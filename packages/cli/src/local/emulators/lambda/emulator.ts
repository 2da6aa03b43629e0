import { join } from 'node:path';
import { type RestCall, restAnswer, restService } from '../../endpoint/rest-operations.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { type KeptEvents, openKeptEvents } from '../../invocations/kept-events.ts';
import type { Emulator, EmulatorContext } from '../emulator.ts';
import { describedFunction, describedMapping, mappingId } from './described.ts';
import { findFunction } from './find-function.ts';
import { invokeFunction } from './invoke-operation.ts';
import type { LambdaFunctionFacts } from './lambda-app.ts';
import type { LambdaHost } from './lambda-host.ts';

/** Lambda's API over the app's functions: they are called and shown, and made by nothing but the app. */
export interface LambdaEmulator extends Emulator {
  /** Tells who runs the functions. Before that there are none. */
  connect(host: LambdaHost): void;
  /** What waits to be run, kept across sessions. */
  readonly events: KeptEvents;
}

export function startLambda(context: EmulatorContext): LambdaEmulator {
  let host: LambdaHost | undefined;
  const events = openKeptEvents(join(context.folder, 'events.jsonl'), context.time.now());
  const current = async () => (await host?.app()) ?? { functions: [], mappings: [] };
  const named = async ({ path, query }: RestCall): Promise<LambdaFunctionFacts> =>
    findFunction((await current()).functions, path.FunctionName ?? '', query.get('Qualifier'), context);

  const handle = restService('Lambda', {
    async 'POST /2015-03-31/functions/{FunctionName}/invocations'(call) {
      const called = await named(call);
      if (!host) throw new ServiceError('ServiceException', 'Nobody runs functions here.', 500);
      return invokeFunction(host, called, call.request);
    },
    async 'GET /2015-03-31/functions'() {
      return restAnswer({ Functions: (await current()).functions.map(describedFunction) });
    },
    async 'GET /2015-03-31/functions/{FunctionName}'(call) {
      const found = await named(call);
      const Concurrency = { ReservedConcurrentExecutions: found.reservedConcurrency };
      return restAnswer({
        Configuration: describedFunction(found),
        Code: { RepositoryType: 'S3' },
        ...(found.reservedConcurrency !== undefined && { Concurrency }),
      });
    },
    async 'GET /2015-03-31/functions/{FunctionName}/configuration'(call) {
      return restAnswer(describedFunction(await named(call)));
    },
    async 'GET /2015-03-31/event-source-mappings'({ query }) {
      const { functions, mappings } = await current();
      const name = query.get('FunctionName');
      const arn = name && findFunction(functions, name, null, context).arn;
      const source = query.get('EventSourceArn');
      const found = mappings
        .filter(({ functionArn }) => !arn || functionArn === arn)
        .filter(({ sourceArn }) => !source || sourceArn === source);
      return restAnswer({ EventSourceMappings: found.map(describedMapping) });
    },
    async 'GET /2015-03-31/event-source-mappings/{UUID}'({ path }) {
      const found = (await current()).mappings.find((one) => mappingId(one) === path.UUID);
      const message = 'The resource you requested does not exist.';
      if (!found) throw new ServiceError('ResourceNotFoundException', message, 404);
      return restAnswer(describedMapping(found));
    },
  });
  return {
    services: ['lambda'],
    handle,
    connect: (given) => {
      host = given;
    },
    events,
    close: async () => events.close(),
  };
}
