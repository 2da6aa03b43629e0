import { graphBehind, lookAtStage } from '../plan/look-at-stage.ts';
import { awsOptions } from './aws-options.ts';
import { defineCommand } from './command.ts';
import { lookRequest } from './stage/look.ts';
import { knownUrl, urlOutput } from './stage/url-output.ts';

/** `tankard url`: where the routes of a stage are, or where its WebSockets connect. */
export const command = defineCommand({
  options: (yargs) =>
    yargs.options({
      ...awsOptions,
      websocket: {
        type: 'boolean',
        default: false,
        describe: 'Where WebSockets connect, in place of the routes',
      },
    }),
  run: async (args, context) => {
    const request = await lookRequest(args, context);
    const { graph, target } = request;
    try {
      const behind = graphBehind(graph, urlOutput(graph, args.websocket ? 'WebsocketUrl' : 'Url'));
      const { outputs } = await lookAtStage({ ...request, graph: behind });
      const { app, stage } = graph;
      const url = knownUrl(outputs, { app, stage, region: target.region });
      return { data: { url }, text: () => url, problems: [] };
    } finally {
      target.clients.destroy();
    }
  },
});
