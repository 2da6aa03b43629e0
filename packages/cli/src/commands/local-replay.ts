import { findProject } from '../config/find-project.ts';
import { askedSession } from '../local/control/ask-session.ts';
import { defineCommand } from './command.ts';
import { runOutcome } from './local/run-outcome.ts';

/** `tankard local replay ID`: runs an invocation's function again with the same event, in the code as it stands now. */
export const command = defineCommand({
  options: (yargs) =>
    yargs.positional('id', {
      type: 'string',
      demandOption: true,
      describe: 'The id of an invocation, or its beginning',
    }),
  run: async (args, { cwd }) => {
    const session = await askedSession(findProject(args.project, cwd));
    const answer = await session.replay(args.id);
    return runOutcome(answer.function, answer);
  },
});
