import { socketApp } from '../../app/socket-app.ts';
import type { SocketApp } from '../../emulators/websockets/socket-app.ts';
import type { AppDelivery, DeliveryContext } from '../all-deliveries.ts';

/** What the clients of the app's WebSocket API do. */
export function websocketDelivery({
  engines: { time, websockets },
  invoke,
  ready,
}: Pick<DeliveryContext, 'invoke' | 'ready'> & {
  readonly engines: Pick<DeliveryContext['engines'], 'time' | 'websockets'>;
}): AppDelivery {
  let app: SocketApp | undefined;
  websockets.connect({
    async app() {
      await ready();
      return app;
    },
    invoke,
  });
  return {
    update({ graph, places }) {
      app = socketApp(graph, places, time.now);
    },
    settle: websockets.settle,
    close: async () => websockets.connect(undefined),
  };
}
