import { join, relative, resolve } from 'node:path';
import { commitArtifacts } from '../build/zip/commit-artifacts.ts';
import { prepareArtifacts } from '../build/zip/prepare-artifacts.ts';
import type { Graph } from '../graph/node.ts';
import { prepareApp } from '../prepare/prepare-app.ts';
import { bytesText } from '../report/bytes.ts';
import { table } from '../report/table.ts';
import { checkTemplate } from '../template/check-template.ts';
import { isOwnTemplate } from '../template/own-template.ts';
import { renderTemplate } from '../template/render-template.ts';
import { templateText } from '../template/template-text.ts';
import { appConfigOf } from './app-config-of.ts';
import { defineCommand } from './command.ts';
import { parameterOption } from './config-of.ts';

/** `tankard package`: a SAM template and a zip for each function, all of it or nothing. */
export const command = defineCommand({
  options: (yargs) =>
    yargs
      .option('out', {
        type: 'string',
        requiresArg: true,
        describe: 'The output folder (default: dist in the project)',
      })
      .option('format', {
        choices: ['yaml', 'json'] as const,
        default: 'yaml' as const,
        describe: 'Of the template',
      })
      .option('parameter', parameterOption),
  run: async (args, context) => {
    const config = await appConfigOf(args, context);
    const out = args.out === undefined ? join(config.project, 'dist') : resolve(context.cwd, args.out);
    const rendered = rendering(args.format);
    const app = await prepareApp(config, {
      check: (manifest, graph) => {
        const { template, text } = rendered(graph);
        return checkTemplate(manifest, template, text);
      },
    });
    const { template, text } = rendered(app.graph);
    const prepared = await prepareArtifacts(out, app.built);
    const file = `template.${args.format}`;
    await commitArtifacts(
      out,
      prepared,
      new Map([
        [file, { content: text, isOurs: isOwnTemplate }],
        [
          `template.${args.format === 'yaml' ? 'json' : 'yaml'}`,
          { content: undefined, isOurs: isOwnTemplate },
        ],
      ]),
    );

    await app.keep();

    const functions = prepared.functions.map(({ artifact }) => artifact);
    const layer = prepared.layer && { zip: prepared.layer.zip, zipBytes: prepared.layer.zipBytes };
    const zips = [...functions, ...(layer ? [layer] : [])];
    const resources = Object.keys(template.Resources).length;
    return {
      data: { app: app.manifest.app, stage: config.stage, out, template: file, resources, functions, layer },
      text: (style) =>
        [
          table(zips.map(({ zip, zipBytes }) => [`  ${zip}`, bytesText(zipBytes)])),
          `  ${file}  ${resources} resources`,
          `${style.good('✔')} ${style.strong(app.manifest.app)} is packaged for the stage ${config.stage} in ${relative(context.cwd, out) || '.'}`,
        ].join('\n'),
      problems: app.problems,
    };
  },
});

/** Writes a template once, however many graphs say the same: before and after the build nothing differs, and the text of 100 functions takes 0.1 s. */
function rendering(format: 'yaml' | 'json') {
  const known = new Map<string, string>();
  return (graph: Graph) => {
    const template = renderTemplate(graph);
    const key = JSON.stringify(template);
    const text = known.get(key) ?? templateText(template, format);
    known.set(key, text);
    return { template, text };
  };
}
