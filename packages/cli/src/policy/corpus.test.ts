import { describe, expect, it } from 'vitest';
import { functionsOf } from '../build/functions.ts';
import { loadApp } from '../build/load/load-app.ts';
import { sliceApp } from '../build/slice/slice-app.ts';
import { resolveConfig } from '../config/resolve-config.ts';
import type { Statement } from '../resources/role/statement.ts';
import { readUsage } from './read-usage.ts';
import { statementsFor } from './statements-for.ts';
import { corpusApp, type WrittenPolicy, writtenPolicies } from './testing/corpus-policies.ts';
import { contextOf, shown } from './testing/given.ts';

/** What each function of an app of the corpus gets. */
async function derivedPolicies(project: string) {
  const loaded = await loadApp(await resolveConfig({ project }));
  const slices = sliceApp(loaded);
  const context = { ...contextOf(), manifest: loaded.manifest };
  return Promise.all(
    functionsOf(loaded.manifest).map(async (spec) => {
      const slice = slices.get(spec.name) ?? { function: spec.name, files: new Map(), whole: [] };
      const { statements, notes, problems } = await statementsFor(spec, readUsage(slice, loaded), context);
      expect(problems).toEqual([]);
      const shownNotes = notes.map(({ what }) => `? ${what}`).sort();
      return {
        name: spec.name,
        handlers: spec.handlers.map((handler) => handler.name),
        text: [...statements.map(line).sort(), ...shownNotes].join('\n'),
      };
    }),
  );
}

function line({ actions, resources, conditions = {} }: Statement): string {
  const limits = Object.entries(conditions).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, value]) => ` if ${operator} ${key} ${shown(value)}`),
  );
  return `${actions.join(', ')} on ${resources.map(readable).join(', ')}${limits.join('')}`;
}

/** `table:Orders` as `Orders`, and an ARN of the app's own account as `ses:identity/*`. */
function readable(resource: unknown): string {
  return shown(resource)
    .replace(/^(table|bucket|queue|topic|stream|secret):/, '')
    .replace(/^arn:\{partition\}:(\w+):\{region\}:\{accountId\}:/, '$1:');
}

/** What the comments above a function's handlers say. */
function writtenText(written: ReadonlyMap<string, WrittenPolicy>, handlers: readonly string[]): string {
  const policies = handlers.flatMap((name) => written.get(name) ?? []);
  const statements = policies.flatMap((policy) => policy.statements).sort();
  return [...statements, ...policies.flatMap(({ notes }) => notes.map((note) => `? ${note}`))].join('\n');
}

const apps = ['one-each', 'for-all', 'kept-whole', 'blueprints'];

it('the corpus has a hundred handlers', () => {
  const names = apps.flatMap((name) => [...writtenPolicies(corpusApp(name)).keys()]);
  expect(names.length).toBeGreaterThanOrEqual(100);
});

describe.each(apps)('the policies of %s', async (name) => {
  const project = corpusApp(name);
  const written = writtenPolicies(project);
  const derived = await derivedPolicies(project);

  it('are written for every handler', () => {
    const handlers = derived.flatMap((policy) => policy.handlers);
    expect([...written.keys()].sort()).toEqual(handlers.sort());
  });

  it.each(derived)('are what a careful person would write: $name', ({ handlers, text }) => {
    expect(text).toBe(writtenText(written, handlers));
  });
});
