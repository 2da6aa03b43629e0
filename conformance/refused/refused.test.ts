import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../../packages/cli/src/testing/run-command.ts';
import { tempProject } from '../../packages/cli/src/testing/temp-project.ts';
import { type CountingProxy, startCountingProxy } from '../engines/counting-proxy.ts';
import { type MiniStack, startMiniStack } from '../engines/ministack.ts';
import type { TankardJson } from '../engines/tankard.ts';
import { refusals } from './refusals.ts';

let engine: MiniStack;
let proxy: CountingProxy;
/** Names of the roles that trust Lambda, and of those that functions were made with afterwards, as they come by. */
const trusted = new Set<string>();
const roles: string[] = [];
beforeAll(async () => {
  engine = await startMiniStack();
  proxy = await startCountingProxy(engine.endpoint, ({ name }, { body }) => {
    const form = new URLSearchParams(body);
    const trusts = form.get('AssumeRolePolicyDocument')?.includes('lambda.amazonaws.com');
    if (name === 'CreateRole' && trusts) trusted.add(form.get('RoleName') ?? '');
    if (/^POST .*\/functions$/.test(name)) roles.push(JSON.parse(body).Role.replace(/^.*\//, ''));
    return undefined;
  });
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: proxy.endpoint,
    AWS_REGION: engine.client.region,
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
  });
});
afterAll(async () => {
  await proxy?.stop();
  await engine?.stop();
});

const projectOf = (source: string, config = '{}') =>
  tempProject({
    'src/app.ts': `import { App } from '@tankard/framework';\nexport const app = new App('refused');\n${source}\n`,
    'tankard.config.ts': `export default ${config};\n`,
  });

describe('what AWS refuses is refused before any call that changes something', () => {
  it.each(refusals)('$what: $code', async ({ source, config, code }) => {
    const run = await runCommand(await projectOf(source, config), 'deploy', '--yes', '--json');
    const { problems }: TankardJson = JSON.parse(run.stdout);
    const errors = problems.filter(({ severity }) => severity === 'error');
    expect(errors.map((one) => one.code)).toEqual([code]);
    expect(run.code).toBe(1);
    expect(proxy.mutations()).toEqual([]);
  });
});

/** A rule, a notification, and two handlers of one queue. */
const listening = `
export const shipped = app.onEvent({ source: ['shop'] }, () => 1);
export const stored = app.onS3Event(app.bucket('Files'), () => 1);
const jobs = app.queue('Jobs');
export const work = app.onSqsMessage(jobs, () => 1);
export const alsoWork = app.onSqsMessage(jobs, () => 2);
`;

it('what AWS refuses and no app can ask for, a deploy does not do either', async () => {
  const project = await projectOf(listening);
  const callsOf = async (...words: readonly string[]) => {
    proxy.forget();
    const run = await runCommand(project, ...words, '--yes', '--json');
    expect(run.code, run.stdout + run.stderr).toBe(0);
    return proxy.mutations();
  };
  const made = await callsOf('deploy');
  // A function whose role is not there, or does not trust Lambda.
  expect(roles).toHaveLength(4);
  expect(roles.filter((role) => !trusted.has(role))).toEqual([]);
  // A notification to a function that is not there, or that S3 may not call.
  const [notified = -1] = timesOf(made, /^s3 PUT \/refused-dev-files/).slice(-1);
  expect(notified).toBeGreaterThan(Math.max(...timesOf(made, /functions\/[^/]*stored\/policy$/)));
  // A mapping twice.
  expect(timesOf(made, /^lambda POST .*\/event-source-mappings/)).toHaveLength(2);
  expect(await callsOf('deploy')).toEqual([]);

  const removed = await callsOf('delete', '--with-data');
  const [silenced = Number.NaN] = timesOf(removed, /^s3 PUT \/refused-dev-files/);
  expect(silenced).toBeLessThan(Math.min(...timesOf(removed, /^lambda DELETE .*functions\/[^/]*stored$/)));
  // The removal of a rule that has targets.
  const [free = Number.NaN] = timesOf(removed, /^events RemoveTargets$/);
  expect(free).toBeLessThan(Math.min(...timesOf(removed, /^events DeleteRule$/)));
});

/** Where in a row of calls some stand. */
const timesOf = (calls: readonly string[], which: RegExp): readonly number[] =>
  calls.flatMap((call, index) => (which.test(call) ? [index] : []));
