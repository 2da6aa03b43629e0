import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { findProject } from '../config/find-project.ts';
import { askedSession } from '../local/control/ask-session.ts';
import { invocationsText, invocationText } from '../local/show/invocation-text.ts';
import { defineCommand } from './command.ts';

/** `tankard local invocations [ID]`: lists the runs of the running app, each below what caused it; with an id, one with all that it had to do with. */
export const command = defineCommand({
  options: (yargs) =>
    yargs
      .positional('id', { type: 'string', describe: 'The id of an invocation, or its beginning' })
      .options({
        failed: { type: 'boolean', default: false, describe: 'Only those that failed' },
        save: {
          type: 'string',
          requiresArg: true,
          implies: 'id',
          describe: "Write the invocation's event to a file, for a test or for trigger --payload @FILE",
        },
      }),
  run: async (args, { cwd }) => {
    const session = await askedSession(findProject(args.project, cwd));
    if (args.id === undefined) {
      const all = await session.invocations();
      const invocations = args.failed ? all.filter(({ failed }) => failed) : all;
      return { data: { invocations }, text: (style) => invocationsText(invocations, style), problems: [] };
    }
    const invocation = await session.invocation(args.id);
    if (args.save === undefined)
      return { data: { invocation }, text: (style) => invocationText(invocation, style), problems: [] };
    const file = resolve(cwd, args.save);
    await writeFile(file, `${JSON.stringify(JSON.parse(invocation.event), null, 2)}\n`);
    return { data: { file }, text: () => `Wrote ${file}.`, problems: [] };
  },
});
