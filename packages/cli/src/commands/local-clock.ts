import { findProject } from '../config/find-project.ts';
import { askedSession } from '../local/control/ask-session.ts';
import { defineCommand } from './command.ts';
import { millisecondsOf } from './local/duration.ts';

/** `tankard local clock [FORWARD]`: shows the time of the running app, or moves it forward: what falls due on the way happens. */
export const command = defineCommand({
  options: (yargs) =>
    yargs.positional('forward', { type: 'string', describe: 'How far to move the clock: 90s, 10m, 2h, 1d' }),
  run: async (args, { cwd }) => {
    const forward = args.forward === undefined ? 0 : millisecondsOf(args.forward);
    const now = await (await askedSession(findProject(args.project, cwd))).advance(forward);
    return { data: { now }, text: () => now, problems: [] };
  },
});
