import { expect, test } from 'vitest';
import { runCommand } from '../testing/run-command.ts';
import { tempProject } from '../testing/temp-project.ts';

const app = (source: string) =>
  `import { App } from '@tankard/framework';\nexport const app = new App('shop');\n${source}`;

async function codesOf(files: Readonly<Record<string, string>>, ...words: readonly string[]) {
  return codesIn(await tempProject(files), 'package', ...words);
}

async function codesIn(project: string, ...words: readonly string[]) {
  const { stdout } = await runCommand(project, ...words, '--json');
  return JSON.parse(stdout).problems.map(({ code }: { code: string }) => code);
}

test.each([['package'], ['plan'], ['deploy'], ['status'], ['logs'], ['delete']])(
  '%s tells what is wrong with the configuration and with the app at once',
  async (command) => {
    const files = {
      'tankard.config.ts': "export default { entry: 'src/shop.ts', defaults: { memory: 1 }, stages: {} };",
      'src/shop.ts': app("export const a = app.route('GET /a/', () => 1);"),
    };
    expect(await codesIn(await tempProject(files), command)).toEqual([
      'CONFIG_BOUNDS',
      'ROUTE_TRAILING_SLASH',
    ]);
  },
);

test('a stage that there is not is told with what is wrong with the app', async () => {
  const files = {
    'tankard.config.ts': 'export default { stages: { prod: {} } };',
    'src/app.ts': app("export const a = app.route('GET /a/', () => 1);"),
  };
  expect(await codesOf(files, '--stage', 'prd')).toEqual(['STAGE_UNKNOWN', 'ROUTE_TRAILING_SLASH']);
});

test('an app whose file nothing tells is left out', async () => {
  const files = { 'tankard.config.ts': 'export default { entry: 7 };' };
  expect(await codesOf(files)).toEqual(['CONFIG_TYPE']);
  expect(await codesOf({ 'tankard.config.ts': 'export default {' })).toEqual(['CONFIG_SYNTAX']);
});
