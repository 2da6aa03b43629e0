import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { actionsOf } from '../../packages/cli/src/policy/actions/actions-of.ts';
import type { Judged } from './tally.ts';
import { writtenIn } from './written.ts';

interface ExtractedCall {
  readonly Name: string;
  readonly PossibleServices: readonly string[];
}

/** Services that have another name in the package of their client: `secretsmanager` is `client-secrets-manager`. */
const clients: Readonly<Record<string, string>> = {
  events: 'eventbridge',
  secretsmanager: 'secrets-manager',
  stepfunctions: 'sfn',
};

/** What IAM Policy Autopilot sees in each file of a project that holds handlers. */
export async function judgedAutopilot(project: string): Promise<readonly Judged[]> {
  const files = readdirSync(join(project, 'src')).map((name) => join(project, 'src', name));
  const holding = files.flatMap((file) => {
    const written = writtenIn(file);
    return written.size > 0 ? [{ file, written }] : [];
  });
  return Promise.all(
    holding.map(async ({ file, written }) => ({
      case: file.split('/').at(-1) ?? '',
      written,
      given: await seenIn(file),
      onAll: 0,
    })),
  );
}

async function seenIn(file: string): Promise<ReadonlySet<string>> {
  const program = join(process.env.BENCH_POLICY_AUTOPILOT ?? '', 'bin', 'iam-policy-autopilot');
  const printed = execFileSync(program, ['extract-sdk-calls', file], {
    encoding: 'utf8',
    env: { ...process.env, DISABLE_IAM_POLICY_AUTOPILOT_TELEMETRY: 'true' },
  });
  const calls = JSON.parse(printed) as readonly ExtractedCall[];
  const actions = await Promise.all(
    calls.flatMap(({ Name: operation, PossibleServices }) =>
      PossibleServices.map((service) =>
        actionsOf({
          client: `@aws-sdk/client-${clients[service] ?? service}`,
          operation,
          place: { file, line: 1 },
        }),
      ),
    ),
  );
  return new Set(actions.flatMap((some) => some ?? []).map((action) => action.name));
}
