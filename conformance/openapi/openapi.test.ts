import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startLocal } from '../../packages/cli/src/local/testing/local-process.ts';
import type { OpenApiDocument } from '../../packages/cli/src/openapi/document.ts';
import { judge, withoutDefault } from './schemathesis.ts';

const root = join(import.meta.dirname, '..', '..');
const EXAMPLES = process.env.CONFORMANCE_FULL ? 200 : 15;

const mailer = ['--parameter', 'SourceEmail=group@example.com'];
const recruiter = [...mailer, '--parameter', 'ReplyToEmail=jobs@example.com'];

test.each<[string, string, readonly string[], number]>([
  ['the group mailer', 'examples/group-mailer', mailer, 3],
  ['recruiting', 'examples/recruiting', recruiter, 4],
  ['every kind of schema, behind an HTTP API', 'packages/cli/fixtures/every-schema', [], 27],
  ['every kind of schema, behind a REST API', 'packages/cli/fixtures/every-schema', ['--stage', 'rest'], 27],
])(
  'what the document of %s says is what its routes do',
  async (_, project, words, operations) => {
    const local = await startLocal(join(root, project), '--fresh', ...words);
    const document = (await (await fetch(`${local.console}/openapi.json`)).json()) as OpenApiDocument;
    const judgement = await judge(withoutDefault(document), local.url, EXAMPLES);
    expect(judgement.failures).toBe('');
    expect(judgement.operations).toBe(operations);
    // As many as it made up, and those at the bounds.
    expect(judgement.requests).toBeGreaterThan(operations * EXAMPLES);
    await local.end('SIGINT');
  },
  600_000,
);
