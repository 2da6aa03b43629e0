import { isTankardError } from '@tankard/framework/errors';
import { askParameters } from '../../local/session/ask-parameters.ts';
import { type Session, type SessionOptions, startSession } from '../../local/session/session.ts';
import { happeningText } from '../../local/show/happening-text.ts';
import { styleOf } from '../../report/style.ts';
import type { CommandContext } from '../command.ts';
import type { ConfigArguments } from '../config-of.ts';
import type { OpenApp } from './open-app.ts';
import type { remoteEngine } from './remote-engine.ts';

/** What the command line says of a session. */
export interface LocalArguments extends ConfigArguments {
  readonly port: number;
  readonly awsPort: number;
  readonly consolePort: number;
  readonly dynamodb: string | undefined;
  readonly engine: string | undefined;
  readonly fresh: boolean;
  readonly enforcePermissions: boolean;
}

/** Runs the app until the signal. */
export async function runLocal(
  { config, localFile, source }: OpenApp,
  args: LocalArguments,
  context: CommandContext,
): Promise<void> {
  const { form, stdout, env, signal } = context;
  const style = styleOf(form);
  // Whoever read the first lines may have gone: the app runs on.
  process.stdout.on('error', () => {});
  const region = env.AWS_REGION ?? env.AWS_DEFAULT_REGION ?? 'us-east-1';
  const engine =
    args.engine === undefined ? undefined : await engineAt(args.engine, config, { region, env, signal });
  const session = await startAsking({
    config,
    port: args.port,
    awsPort: args.awsPort,
    consolePort: args.consolePort,
    dynamodb: args.dynamodb,
    enforcePermissions: args.enforcePermissions,
    fresh: args.fresh,
    localFile,
    engine,
    region,
    source,
    // The start of the process: what somebody waits for at the terminal.
    since: 0,
    tell: (happening) =>
      stdout.write(`${form === 'json' ? JSON.stringify(happening) : happeningText(happening, style)}\n`),
  });
  if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve));
  await session.close();
}

/** Loads what deploys only where it is asked for: the SDK's clients take a third of the time to readiness. */
async function engineAt(...given: Parameters<typeof remoteEngine>): ReturnType<typeof remoteEngine> {
  return (await import('./remote-engine.ts')).remoteEngine(...given);
}

/** Starts, and where parameters are missing and somebody sits at the terminal, asks for them and starts again. */
async function startAsking(options: SessionOptions): Promise<Session> {
  try {
    return await startSession(options);
  } catch (error) {
    if (!process.stdin.isTTY || !isTankardError(error)) throw error;
    if (error.problems.some(({ code }) => code !== 'PARAMETER_MISSING')) throw error;
    const parameters = { ...options.config.parameters, ...(await askParameters(error.problems)) };
    return startSession({ ...options, source: undefined, config: { ...options.config, parameters } });
  }
}
