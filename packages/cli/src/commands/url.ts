import { type Problem, TankardError } from '@tankard/framework/manifest';
import { problem } from '../errors/problem.ts';
import { graphBehind, lookAtStage } from '../plan/look-at-stage.ts';
import { awsOptions } from './aws-options.ts';
import { defineCommand } from './command.ts';
import { lookRequest } from './stage/look.ts';

/** `tankard url`: where the routes of a stage are. */
export const command = defineCommand({
  options: (yargs) => yargs.options(awsOptions),
  run: async (args, context) => {
    const request = await lookRequest(args, context);
    const { graph, target } = request;
    try {
      const output = graph.outputs.find(({ name }) => name === 'Url');
      if (!output) throw new TankardError([noRoutes(graph.app)]);
      const { outputs } = await lookAtStage({ ...request, graph: graphBehind(graph, output) });
      const [found] = outputs;
      if (!found) throw new TankardError([notDeployed(graph.app, graph.stage, target.region)]);
      return { data: { url: found.value }, text: () => found.value, problems: [] };
    } finally {
      target.clients.destroy();
    }
  },
});

function noRoutes(app: string): Problem {
  return problem('URL_NONE', {
    message: `The app '${app}' has no routes, so it has no URL.`,
    remedy: 'Declare a route, or see tankard status for what else it has.',
  });
}

function notDeployed(app: string, stage: string, region: string): Problem {
  return problem('STAGE_NOT_DEPLOYED', {
    message: `The stage '${stage}' of '${app}' is not in ${region}.`,
    remedy: `Deploy it first: tankard deploy --stage ${stage}. Or name another --region or --profile.`,
  });
}
