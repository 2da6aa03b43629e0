import { findProject } from '../config/find-project.ts';
import { problem } from '../errors/problem.ts';
import { askToTrigger } from '../local/session/ask-session.ts';
import { defineCommand } from './command.ts';

/** `tankard local trigger NAME`: runs a schedule now in the running `tankard local`, and prints its result. */
export const command = defineCommand({
  options: (yargs) =>
    yargs.positional('name', { type: 'string', demandOption: true, describe: 'The name of a schedule' }),
  run: async (args, { cwd }) => {
    const { schedule, failed, duration, result } = await askToTrigger(
      findProject(args.project, cwd),
      args.name,
    );
    return {
      data: { schedule, failed, duration, result },
      text: () => JSON.stringify(result, null, 2),
      problems: failed ? [failure(schedule, result)] : [],
    };
  },
});

function failure(schedule: string, result: unknown) {
  const { errorType = 'Error', errorMessage = '' } = result as { errorType?: string; errorMessage?: string };
  return problem('LOCAL_HANDLER_FAILED', {
    message: `${schedule} failed: ${errorType}: ${errorMessage}`,
    subject: schedule,
    remedy: 'Its log is in the terminal of tankard local.',
  });
}
