import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CreateHostedZoneCommand,
  ListResourceRecordSetsCommand,
  Route53Client,
} from '@aws-sdk/client-route-53';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type MiniStack, startMiniStack } from './engines/ministack.ts';
import { tankard } from './engines/tankard.ts';

const APP = `import { App } from '@tankard/framework';

export const app = new App('named');

export const hello = app.route('GET /hello', () => ({ at: app.url.value }));
`;
const certificate = 'arn:aws:acm:us-east-1:000000000000:certificate/0a1b';

let engine: MiniStack;
let project: string;
let hostedZone: string;
let route53: Route53Client;
beforeAll(async () => {
  engine = await startMiniStack();
  route53 = new Route53Client(engine.client);
  const made = await route53.send(new CreateHostedZoneCommand({ Name: 'example.com', CallerReference: '1' }));
  hostedZone = made.HostedZone?.Id?.replace('/hostedzone/', '') ?? '';
  project = mkdtempSync(join(tmpdir(), 'tankard-domain-'));
  mkdirSync(join(project, 'src'));
  writeFileSync(join(project, 'src', 'app.ts'), APP);
  symlinkSync(join(import.meta.dirname, 'node_modules'), join(project, 'node_modules'));
});
afterAll(async () => {
  route53.destroy();
  await engine.stop();
  rmSync(project, { recursive: true });
});

const deploy = (basePath?: string, api = 'http') => {
  const domain = { name: 'api.example.com', certificate, basePath, hostedZone };
  const config = `export default ${JSON.stringify({ api, domain })};\n`;
  writeFileSync(join(project, 'tankard.config.ts'), config);
  return tankard(project, engine, 'deploy', '--yes');
};
const outputOf = ({ outputs = [] }: Awaited<ReturnType<typeof deploy>>, named: string) =>
  outputs.find(({ name }) => name === named)?.value;

/** Asks below the name, as a client would that looked it up. */
function ask(path: string): Promise<{ readonly status: number; readonly text: string }> {
  const { hostname, port } = new URL(engine.endpoint);
  return new Promise((resolve, reject) => {
    const call = request({ hostname, port, path, headers: { Host: 'api.example.com' } }, (answer) => {
      let text = '';
      answer.on('data', (data) => {
        text += data;
      });
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }));
    });
    call.on('error', reject).end();
  });
}

const records = async () => {
  const { ResourceRecordSets = [] } = await route53.send(
    new ListResourceRecordSetsCommand({ HostedZoneId: hostedZone }),
  );
  return ResourceRecordSets.filter(({ Type }) => Type === 'A').map(({ Name, AliasTarget }) => [
    Name,
    AliasTarget?.DNSName?.replace(/\.$/, ''),
  ]);
};

test('an app is served below a path of its name, to which a record leads', async () => {
  const deployed = await deploy('one');
  expect(outputOf(deployed, 'Url')).toBe('https://api.example.com/one');
  expect(await tankard(project, engine, 'url')).toMatchObject({ url: 'https://api.example.com/one' });
  expect(await ask('/one/hello')).toEqual({ status: 200, text: '{"at":"https://api.example.com/one"}' });
  expect(await records()).toEqual([['api.example.com.', outputOf(deployed, 'DomainTarget')]]);
  const { steps = [] } = await deploy('one');
  expect(steps.filter(({ action }) => action !== 'unchanged')).toEqual([]);
});

test('its path changes without a moment in which neither the old nor the new one answers', async () => {
  let over = false;
  const seen: string[] = [];
  const watch = (async () => {
    while (!over) {
      const old = await ask('/one/hello');
      const now = await ask('/two/hello');
      seen.push([old.status === 200 && 'old', now.status === 200 && 'new'].filter(Boolean).join(' '));
    }
  })();
  await deploy('two');
  over = true;
  await watch;
  expect(seen[0]).toBe('old');
  expect(seen.filter((one) => one === '')).toEqual([]);
  expect((await ask('/one/hello')).status).not.toBe(200);
  expect(await ask('/two/hello')).toEqual({ status: 200, text: '{"at":"https://api.example.com/two"}' });
});

test('another kind of API takes its place, and all of it goes in the end', async () => {
  await deploy('two', 'rest');
  expect(await ask('/two/hello')).toEqual({ status: 200, text: '{"at":"https://api.example.com/two"}' });
  await tankard(project, engine, 'delete', '--yes');
  expect((await ask('/two/hello')).status).not.toBe(200);
  expect(await records()).toEqual([]);
});
