import { appMap } from '../graph/map/app-map.ts';
import { mermaid } from '../graph/map/mermaid.ts';
import type { Graph } from '../graph/node.ts';
import { analyseApp } from '../prepare/analyse-app.ts';
import { unbuiltGraph } from '../prepare/prepare-app.ts';
import { appConfigOf } from './app-config-of.ts';
import { defineCommand } from './command.ts';

/** `tankard graph`: the app's map as Mermaid; as JSON every AWS resource and what it refers to. */
export const command = defineCommand({
  options: (yargs) => yargs,
  run: async (args, context) => {
    const app = await analyseApp(await appConfigOf(args, context));
    return {
      data: args.json ? { graph: plain(unbuiltGraph(app)) } : {},
      text: () => mermaid(appMap(app.manifest, app.usages)),
      // The picture of an app that has mistakes is worth seeing too.
      problems: app.problems,
    };
  },
});

function plain({ app, stage, nodes, parameters, outputs }: Graph) {
  return { app, stage, nodes: [...nodes.values()], parameters, outputs };
}
