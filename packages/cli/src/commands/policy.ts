import { relative, resolve } from 'node:path';
import { TankardError } from '@tankard/framework/errors';
import { problem } from '../errors/problem.ts';
import { analyseApp } from '../prepare/analyse-app.ts';
import { explainedPolicies } from '../prepare/explained-policies.ts';
import type { ExplainedPolicy } from '../prepare/explained-policy.ts';
import { unbuiltGraph } from '../prepare/make-app.ts';
import type { Outcome } from '../report/outcome.ts';
import { appConfigOf } from './app-config-of.ts';
import { defineCommand } from './command.ts';
import { changesText } from './policy/changes-text.ts';
import { deployerOptions, deployerOutcome } from './policy/deployer-outcome.ts';
import { policyText } from './policy/policy-text.ts';
import { changesBetween, type Snapshot, snapshotOf } from './policy/snapshot.ts';
import { loadSnapshot, saveSnapshot } from './policy/snapshot-file.ts';
import { unknownFunction } from './unknown-function.ts';

/** `tankard policy [NAME]`: what each function may do, and which line of code asks for it; or what a deploy calls. */
export const command = defineCommand({
  options: (yargs) =>
    yargs
      .positional('name', { type: 'string', describe: 'One function (default: all)' })
      .option('check', { type: 'boolean', describe: 'Compare with the snapshot, and fail where they differ' })
      .option('write', { type: 'boolean', describe: 'Write the snapshot, for review and for --check' })
      .option('snapshot', {
        type: 'string',
        requiresArg: true,
        describe: 'The snapshot (default: policies.txt in the project)',
      })
      .conflicts('check', 'write')
      .options(deployerOptions)
      .implies({ account: 'deployer', region: 'deployer', 'read-only': 'deployer', 'with-data': 'deployer' })
      .conflicts('read-only', 'with-data')
      .conflicts('deployer', ['name', 'check', 'write']),
  run: async (args, context) => {
    const config = await appConfigOf(args, context);
    const app = await analyseApp(config);
    if (args.deployer) return deployerOutcome(app, args, context);
    const names = app.functions.map(({ name }) => name);
    if (args.name !== undefined && !names.includes(args.name)) {
      throw new TankardError([unknownFunction(args.name, names)]);
    }
    const functions = explainedPolicies(app, unbuiltGraph(app)).filter(
      (policy) => args.name === undefined || policy.function === args.name,
    );
    const file =
      args.snapshot === undefined
        ? resolve(config.project, 'policies.txt')
        : resolve(context.cwd, args.snapshot);
    const kept = args.check || args.write ? await loadSnapshot(file) : undefined;
    const shown = relative(context.cwd, file);
    if (args.check) return checked(functions, only(kept, args.name), shown, app.problems);
    if (args.write) {
      const snapshot = snapshotOf(functions);
      // With a name, the other functions' lines stay as they were reviewed.
      await saveSnapshot(file, args.name === undefined ? snapshot : new Map([...(kept ?? []), ...snapshot]));
    }
    const text: Outcome['text'] = (style) =>
      args.write ? `${style.good('✔')} ${shown} is written.` : policyText(functions, style);
    return { data: { functions, ...(args.write && { snapshot: file }) }, text, problems: app.problems };
  },
});

function only(kept: Snapshot | undefined, name: string | undefined): Snapshot | undefined {
  if (!kept || name === undefined) return kept;
  return new Map([[name, kept.get(name) ?? []]]);
}

function checked(
  functions: readonly ExplainedPolicy[],
  kept: Snapshot | undefined,
  file: string,
  problems: Outcome['problems'],
): Outcome {
  if (!kept) throw new TankardError([snapshotMissing(file)]);
  const changes = changesBetween(kept, snapshotOf(functions));
  return {
    data: { changes },
    text: (style) =>
      changes.length === 0
        ? `${style.good('✔')} Every policy is as in ${file}.`
        : changesText(changes, functions, style),
    problems: changes.length === 0 ? problems : [...problems, policyChanged(changes.length, file)],
  };
}

const snapshotMissing = (file: string) =>
  problem('POLICY_SNAPSHOT_MISSING', {
    message: `There is no ${file} to compare the policies with.`,
    remedy: 'Write it with `tankard policy --write`, look it through, and commit it.',
  });

const policyChanged = (count: number, file: string) =>
  problem('POLICY_CHANGED', {
    message: `${count === 1 ? 'One function' : `${count} functions`} may do something else than ${file} says.`,
    remedy: 'Where that is meant, run `tankard policy --write` and commit the file with the code.',
  });
