import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installOnce, run } from '../conformance/prepare/cache.mjs';

/** What others bring from npm, each in a folder of its own: no part of this workspace wants them. */
const PACKAGES = {
  serverless: { serverless: '3.40.0', 'serverless-offline': '14.8.2' },
  architect: { '@architect/sandbox': '9.0.0' },
  handlers: {
    '@aws-lambda-powertools/batch': '2.35.0',
    '@aws-lambda-powertools/event-handler': '2.35.0',
    '@fastify/aws-lambda': '6.4.1',
    '@middy/core': '7.9.2',
    '@middy/event-normalizer': '6.4.5',
    '@middy/http-json-body-parser': '7.9.2',
    '@middy/http-router': '7.9.2',
    '@middy/sqs-partial-batch-failure': '6.4.5',
    express: '5.3.0',
    fastify: '5.12.8',
    hono: '4.13.19',
    'itty-router': '5.0.24',
    'lambda-api': '1.5.1',
    'serverless-http': '4.0.0',
  },
};

/** Installs one unless it is there, and gives its folder. */
export function installed(cache, name) {
  const dependencies = PACKAGES[name];
  return installOnce(cache, `bench-${name}`, dependencies, async (folder) => {
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies }));
    // serverless-offline 14 asks for Serverless 4, which wants an account, and runs on 3 as well.
    await run('npm', ['install', '--no-audit', '--no-fund', '--legacy-peer-deps'], { cwd: folder });
  });
}
