import { type AppMap, appMap } from '../graph/map/app-map.ts';
import { mermaid } from '../graph/map/mermaid.ts';
import type { Graph } from '../graph/node.ts';
import { analyseApp } from '../prepare/analyse-app.ts';
import { unbuiltGraph } from '../prepare/make-app.ts';
import { appConfigOf } from './app-config-of.ts';
import { defineCommand } from './command.ts';

/** `tankard graph`: the app's map as Mermaid or SVG; as JSON every AWS resource and what it refers to. */
export const command = defineCommand({
  options: (yargs) =>
    yargs.option('svg', { type: 'boolean', describe: 'A drawing as an SVG file, in place of Mermaid' }),
  run: async (args, context) => {
    const app = await analyseApp(await appConfigOf(args, context));
    const map = appMap(app.manifest, app.usages);
    const text = args.svg ? await svgOf(map) : mermaid(map);
    return {
      data: args.json ? { graph: plain(unbuiltGraph(app)) } : {},
      text: () => text,
      // The picture of an app that has mistakes is worth seeing too.
      problems: app.problems,
    };
  },
});

/** The layout library is loaded only where something is drawn. */
async function svgOf(map: AppMap): Promise<string> {
  const [{ draw }, { svg }] = await Promise.all([
    import('../graph/map/draw.ts'),
    import('../graph/map/svg.ts'),
  ]);
  return svg(draw(map));
}

function plain({ app, stage, nodes, parameters, outputs }: Graph) {
  return { app, stage, nodes: [...nodes.values()], parameters, outputs };
}
