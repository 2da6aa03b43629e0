import { findProject } from '../config/find-project.ts';
import { type AskedSession, askedSession } from '../local/control/ask-session.ts';
import { type CommandContext, defineCommand } from './command.ts';
import { exampleEvents } from './invoke/example-events.ts';
import { type PayloadArguments, payloadOf } from './invoke/payload-of.ts';
import { runOutcome } from './local/run-outcome.ts';

/**
 * `tankard local trigger NAME`: runs a handler now in the running `tankard local`, and prints its result. A schedule gets the event of
 * this moment; any other the first example of its source, unless an event is given.
 */
export const command = defineCommand({
  options: (yargs) =>
    yargs
      .positional('name', { type: 'string', demandOption: true, describe: 'The name of a handler' })
      .options({
        payload: { type: 'string', requiresArg: true, describe: 'The event: JSON, @FILE, or - for stdin' },
        example: {
          type: 'string',
          requiresArg: true,
          conflicts: 'payload',
          describe: "An example event of the handler's source, such as insert, put or 'GET /users/{id}'",
        },
      }),
  run: async (args, context) => {
    const session = await askedSession(findProject(args.project, context.cwd));
    const event = await eventFor(args.name, args, session, context);
    return runOutcome(args.name, await session.trigger(args.name, event));
  },
});

async function eventFor(
  name: string,
  given: PayloadArguments,
  session: AskedSession,
  context: CommandContext,
): Promise<string | undefined> {
  const { manifest, payload } = await session.app();
  const handlers = manifest.handlers.filter((one) => one.name === name);
  const examples = exampleEvents(handlers, { resources: manifest.resources, payload });
  if (given.payload !== undefined || given.example !== undefined) return payloadOf(given, examples, context);
  const [first] = examples.values();
  const isSchedule = handlers.some(({ trigger }) => trigger.source === 'schedule');
  return isSchedule || !first ? undefined : JSON.stringify(first());
}
