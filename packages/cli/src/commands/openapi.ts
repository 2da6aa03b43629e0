import { writeFile } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { loadApp } from '../build/load/load-app.ts';
import type { ResolvedConfig } from '../config/resolved.ts';
import { domainUrl } from '../graph/lower/domain-names.ts';
import { aboutProject } from '../openapi/about-project.ts';
import { openapiDocument } from '../openapi/openapi-document.ts';
import { appConfigOf } from './app-config-of.ts';
import { defineCommand } from './command.ts';

/** `tankard openapi`: the app's routes as an OpenAPI document, on stdout or in a file. */
export const command = defineCommand({
  options: (yargs) =>
    yargs
      .option('out', { type: 'string', requiresArg: true, describe: 'The file to write (default: stdout)' })
      .option('yaml', { type: 'boolean', describe: 'YAML, also where the file ends in .yaml or .yml' })
      .option('url', {
        type: 'string',
        array: true,
        requiresArg: true,
        describe:
          "Where the routes are, such as what `tankard url` prints (default: the stage's domain); may be repeated",
      }),
  run: async (args, context) => {
    const config = await appConfigOf(args, context);
    const { manifest } = await loadApp(config);
    const info = await aboutProject(config.project, manifest.app);
    const document = openapiDocument(manifest, { info, api: config.api, urls: args.url ?? ownUrl(config) });
    const isYaml = args.yaml ?? /\.ya?ml$/.test(args.out ?? '');
    const text = isYaml ? await yamlOf(document) : JSON.stringify(document, null, 2);
    if (args.out === undefined) return { data: { document }, text: () => text, problems: [] };
    const file = resolve(context.cwd, args.out);
    await writeFile(file, `${text}\n`);
    return {
      data: { document, file },
      text: (style) => `${style.good('✔')} ${relative(context.cwd, file)} is written.`,
      problems: [],
    };
  },
});

function ownUrl({ api, domain }: ResolvedConfig): readonly string[] {
  return domain && api !== 'function-url' ? [domainUrl(domain)] : [];
}

async function yamlOf(document: object): Promise<string> {
  const { stringify } = await import('yaml');
  // Schemas that are the same stand in full: tools read anchors, people rather not.
  return stringify(document, { aliasDuplicateObjects: false, lineWidth: 0 }).trimEnd();
}
