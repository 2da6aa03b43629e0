import { lambdaApp } from '../../app/lambda-app.ts';
import type { LambdaApp } from '../../emulators/lambda/lambda-app.ts';
import type { AppDelivery, DeliveryContext } from '../all-deliveries.ts';

/** Calls of Lambda's API to the app's functions. */
export function lambdaDelivery({
  engines,
  invoke,
  asynchronous,
  record,
  ready,
}: DeliveryContext): AppDelivery {
  let app: LambdaApp = { functions: [], mappings: [] };
  engines.lambda.connect({
    async app() {
      // What was there before a build failed can be called, and fails as the build did.
      await ready().catch(() => {});
      return app;
    },
    invoke,
    take: asynchronous.take,
    log: (requestId) => record.get(requestId)?.log ?? [],
  });
  return {
    update({ graph, places }) {
      app = lambdaApp(graph, places);
      engines.sts.setFunctions(
        new Map(
          app.functions.map(({ name, role, physicalName }) => [
            name,
            { role: role.replace(/^.*role\//, ''), physicalName },
          ]),
        ),
      );
    },
    settle: async () => false,
    close: async () => {},
  };
}
