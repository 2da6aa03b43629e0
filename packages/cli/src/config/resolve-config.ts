import { readFile } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import type { TankardConfig } from '@tankard/framework/config';
import { type Problem, TankardError } from '@tankard/framework/errors';
import { corsDeclaration } from '@tankard/framework/rules';
import { nearest } from '../errors/nearest.ts';
import { problem } from '../errors/problem.ts';
import { configFile } from './config-file.ts';
import { DEFAULT_ENTRY } from './entry-of.ts';
import { findProject } from './find-project.ts';
import { keyPlace } from './key-place.ts';
import { loadConfigFile } from './load-file.ts';
import { mergeStage } from './merge.ts';
import type { ResolvedConfig } from './resolved.ts';
import { configRule, STAGE_NAME } from './schema/config-rule.ts';
import { pathText } from './schema/fault.ts';

/** The stage of a command that is told none; it needs no entry in the configuration. */
export const DEFAULT_STAGE = 'dev';

/** What a command line says about the configuration. */
export interface ConfigRequest {
  /** The value of `--project`, relative to `cwd`. */
  readonly project?: string | undefined;
  /** Default `process.cwd()`. */
  readonly cwd?: string | undefined;
  /** The value of `--stage`. */
  readonly stage?: string | undefined;
  /** The stage without `--stage`: {@link DEFAULT_STAGE} unless a command has another. It needs no entry. */
  readonly defaultStage?: string | undefined;
  /** The values of `--parameter`; they win over the file. */
  readonly parameters?: Readonly<Record<string, string>> | undefined;
}

/**
 * Finds, loads and checks the configuration, and merges it for one stage. A project without a
 * configuration file gets the defaults.
 *
 * @throws TankardError with everything that is wrong: PROJECT_NOT_FOUND, CONFIG_…, STAGE_….
 */
export async function resolveConfig(request: ConfigRequest = {}): Promise<ResolvedConfig> {
  const { cwd = process.cwd(), defaultStage = DEFAULT_STAGE, stage = defaultStage } = request;
  const project = findProject(request.project, cwd);
  const file = configFile(project);
  const config = file ? await checked(file, project) : {};
  const wrong = [...stageName(stage), ...unknownStage(config, stage, defaultStage)];
  if (wrong.length > 0) throw new TankardError(wrong);

  const { entry = DEFAULT_ENTRY, stages, ...base } = config;
  const merged = mergeStage(base, (stages && Object.hasOwn(stages, stage) && stages[stage]) || {});
  return {
    project,
    entry: resolve(project, entry),
    file,
    text: file && (await readFile(file, 'utf8')),
    stage,
    api: merged.api ?? 'http',
    domain: merged.domain,
    cors: merged.cors ? corsDeclaration(merged.cors) : merged.cors,
    parameters: { ...merged.parameters, ...request.parameters },
    defaults: merged.defaults ?? {},
    functions: merged.functions ?? {},
    sdk: merged.sdk ?? 'bundle',
    sourceMaps: merged.sourceMaps ?? false,
    minimumCompressionSize: merged.minimumCompressionSize,
    state: merged.state,
    permissionsBoundary: merged.permissionsBoundary,
    rolePath: merged.rolePath,
    tags: merged.tags,
    usagePlan: merged.usagePlan,
  };
}

async function checked(file: string, project: string): Promise<TankardConfig> {
  const config = await loadConfigFile(file, project);
  const faults = configRule(config, []);
  if (faults.length === 0) return config as TankardConfig;
  const name = relative(project, file);
  const source = await readFile(file, 'utf8');
  throw new TankardError(
    faults.map(({ code, path, message, remedy }) =>
      problem(code, {
        message: `${pathText(path) || 'The default export'} ${message}`,
        place: keyPlace(name, source, path) ?? { file: name, line: 1 },
        remedy,
      }),
    ),
  );
}

function stageName(stage: string): readonly Problem[] {
  if (STAGE_NAME.test(stage)) return [];
  return [
    problem('STAGE_INVALID', {
      message: `'${stage}' is not a name that a stage can have.`,
      remedy: 'Use letters, digits and hyphens, and begin with a letter or a digit.',
    }),
  ];
}

function unknownStage({ stages }: TankardConfig, stage: string, defaultStage: string): readonly Problem[] {
  if (!stages || Object.hasOwn(stages, stage) || stage === defaultStage) return [];
  const known = [...new Set([defaultStage, ...Object.keys(stages)])];
  const meant = nearest(stage, known);
  return [
    problem('STAGE_UNKNOWN', {
      message: `The configuration has no stage '${stage}'.`,
      remedy: meant ? `Did you mean '${meant}'?` : `Stages: ${known.join(', ')}.`,
    }),
  ];
}
