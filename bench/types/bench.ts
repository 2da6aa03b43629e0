import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cpuTime } from '../cpu-time.mjs';
import { type BenchResult, median } from '../result.ts';
import { PROJECTS, type Project, ROUTES, writeProjects, writeRefused } from './write-projects.ts';

const ROUNDS = 9;
const modules = join(import.meta.dirname, '..', '..', 'node_modules');
const projects = Object.keys(PROJECTS) as readonly Project[];

interface Run {
  readonly project: Project;
  /** Milliseconds, as the compiler tells them. */
  readonly check: number;
  readonly whole: number;
  /** Milliseconds of the processor's time. */
  readonly cpu: number;
  /** Bytes. */
  readonly memory: number;
  readonly types: number;
  readonly instantiations: number;
}

/** Has the compiler check handlers and calls of them, with and without their types. */
export async function bench(): Promise<BenchResult> {
  // Node's part of the command is in no figure.
  const { default: executable } = await import(join(modules, 'typescript', 'lib', 'getExePath.js'));
  const tsc: string = executable();
  const folder = await writeProjects();
  const runs: Run[] = [];
  try {
    for (let round = 0; round < ROUNDS; round += 1)
      for (const project of projects) runs.push(checked(tsc, folder, project));
    // Only now, so that it is in nobody's time.
    writeRefused(folder);
    checked(tsc, folder, 'client');
  } finally {
    rmSync(folder, { recursive: true });
  }
  return {
    title: 'Checking types',
    about: `${ROUTES} handlers in ten files: a fifth each has a path alone, a query, a body, all of these with answers by status, and a header; schemas are zod's. First they take \`any\`, so that the compiler never asks a schema what it makes; then each reads what it gets with its schema's \`parse\`, as one does without a framework; then they are routes. Below, ${ROUTES} calls beside the routes, of a function of \`any\` and of a client. The framework stands there as npm installs it, by its declarations. "Check" and "whole" are the compiler's own times (\`--extendedDiagnostics --singleThreaded\`), "CPU" is the processor's time of the whole run: on a machine that does other things besides, it says more. In brackets: how many times as much as the handlers that validate, and as the calls of anything. Everything compiles, and of the last project the compiler has refused nine wrong uses of handlers and calls. Median of ${ROUNDS} rounds, in each of which all take their turn.`,
    columns: ['', 'CPU', 'check', 'whole', 'types', 'instantiations', 'memory'],
    rows: projects.map((project) => rowOf(project, runs)),
    versions: { TypeScript: versionOf('typescript'), zod: versionOf('zod') },
    runs,
  };
}

/** @throws Error where the compiler complains of anything. */
function checked(tsc: string, folder: string, project: Project): Run {
  const before = cpuTime(process.pid).ended;
  const words = ['-p', join(folder, project), '--singleThreaded', '--extendedDiagnostics'];
  const told = execFileSync(tsc, words, { encoding: 'utf8' });
  const cpu = cpuTime(process.pid).ended - before;
  const figure = (name: string) => Number(new RegExp(`^${name}: +([\\d.]+)`, 'm').exec(told)?.[1]);
  return {
    project,
    check: figure('Check time') * 1000,
    whole: figure('Total time') * 1000,
    cpu,
    memory: figure('Memory used') * 1024,
    types: figure('Types'),
    instantiations: figure('Instantiations'),
  };
}

/** What the times of a project are held against. */
const AGAINST: Partial<Record<Project, Project>> = { routes: 'by-hand', client: 'calls' };

function rowOf(project: Project, runs: readonly Run[]): readonly string[] {
  const of = (which: Project, key: Exclude<keyof Run, 'project'>) =>
    median(runs.filter((run) => run.project === which).map((run) => run[key]));
  const against = AGAINST[project];
  const time = (key: 'check' | 'whole' | 'cpu') => {
    const ratio = against ? ` (${(of(project, key) / of(against, key)).toFixed(2)} ×)` : '';
    return `${(of(project, key) / 1000).toFixed(2)} s${ratio}`;
  };
  return [
    PROJECTS[project],
    ...[time('cpu'), time('check'), time('whole')],
    ...[of(project, 'types'), of(project, 'instantiations')].map((count) => count.toLocaleString('en')),
    `${Math.round(of(project, 'memory') / 1e6)} MB`,
  ];
}

function versionOf(name: string): string {
  return JSON.parse(readFileSync(join(modules, name, 'package.json'), 'utf8')).version;
}
