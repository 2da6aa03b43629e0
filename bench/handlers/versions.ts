import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const places = [
  join(process.env.BENCH_HANDLERS ?? '', 'node_modules'),
  join(import.meta.dirname, '..', '..', 'packages', 'cli', 'node_modules'),
];

/** Whose handlers are measured, by what they do. */
export const PEERS = {
  http: [
    'itty-router',
    '@middy/core',
    'lambda-api',
    'hono',
    '@aws-lambda-powertools/event-handler',
    'express',
    'serverless-http',
    'fastify',
    '@fastify/aws-lambda',
  ],
  batch: [
    '@middy/core',
    '@middy/event-normalizer',
    '@middy/sqs-partial-batch-failure',
    '@aws-lambda-powertools/batch',
  ],
};

/** Versions of packages that contenders are written with, by name. */
export function versionsOf(names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(names.map((name) => [name, versionOf(name)]));
}

function versionOf(name: string): string {
  for (const place of places) {
    try {
      return JSON.parse(readFileSync(join(place, name, 'package.json'), 'utf8')).version;
    } catch {}
  }
  throw new Error(`${name} is not installed.`);
}
