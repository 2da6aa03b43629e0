import { join } from 'node:path';
import { corpusParameters, mailerParameters, recruitingParameters } from '../app-parameters.ts';
import type { DeployedApp, Part } from '../walk-throughs/deployed-app.ts';
import { groupMailerParts } from '../walk-throughs/group-mailer.ts';
import { recruitingParts } from '../walk-throughs/recruiting.ts';
import { corpusParts, prepareCorpus } from './corpus-part.ts';

/** An app whose functions are tried with less than what was derived for them. */
export interface JudgedApp {
  readonly name: string;
  readonly project: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** What a function serves. */
  readonly partOf: (name: string) => Part | undefined;
  /** Puts in place what the app does not make by itself. */
  readonly prepare?: (app: DeployedApp) => Promise<void>;
  /** How many functions are looked at where not all are. */
  readonly sampled: number;
}

const root = join(import.meta.dirname, '..', '..');

export const judgedApps: readonly JudgedApp[] = [
  {
    name: 'group-mailer',
    project: join(root, 'examples/group-mailer'),
    parameters: mailerParameters,
    partOf: (name) => groupMailerParts[name],
    sampled: 4,
  },
  {
    name: 'recruiting',
    project: join(root, 'examples/recruiting'),
    parameters: recruitingParameters,
    partOf: (name) => recruitingParts[name],
    sampled: 5,
  },
  {
    name: 'corpus',
    project: join(root, 'packages/cli/src/policy/testing/corpus/one-each'),
    parameters: corpusParameters,
    partOf: corpusParts(),
    prepare: prepareCorpus,
    sampled: 8,
  },
];
