import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readUsage } from '../read-usage.ts';
import { manifestOf } from '../testing/given.ts';

const project = mkdtempSync(join(tmpdir(), 'tankard-policy-'));
afterAll(() => rmSync(project, { recursive: true }));

install('toolbox', { peerDependencies: { '@aws-sdk/client-dynamodb': '^3.0.0' } });
install('left-pad', { dependencies: { '@aws-sdk/types': '^3.0.0' } });

function install(name: string, parts: object) {
  const folder = join(project, 'node_modules', name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name, version: '1.0.0', main: 'index.js', ...parts }),
  );
  writeFileSync(join(folder, 'index.js'), '');
}

function notesOn(source: string) {
  const path = join(project, 'src/app.ts');
  const file = { path, source, imports: new Map(), lazyImports: new Map(), cuts: [] };
  const slice = { function: 'worker', files: new Map([[path, file]]), whole: [] };
  return readUsage(slice, { project, manifest: manifestOf(), sources: new Map() }).notSeen.map(
    ({ what }) => what,
  );
}

it.each([
  [
    "import { Entity } from 'toolbox'; new Entity();",
    'toolbox uses the AWS SDK itself: what it calls cannot be seen.',
  ],
  ["import 'toolbox';", 'toolbox uses the AWS SDK itself: what it calls cannot be seen.'],
  ["await import('toolbox');", 'toolbox uses the AWS SDK itself: what it calls cannot be seen.'],
  ["import S3 from 'aws-sdk/clients/s3.js'; new S3();", 'Calls of version 2 of the AWS SDK cannot be seen.'],
  ["const AWS = require('aws-sdk');", 'Calls of version 2 of the AWS SDK cannot be seen.'],
])('says of %s that its calls cannot be seen', (source, expected) => {
  expect(notesOn(source)).toEqual([expected]);
});

it.each([
  "import { Entity } from 'toolbox'; export type E = Entity;",
  "import type { Entity } from 'toolbox';",
  "import leftPad from 'left-pad'; leftPad('x');",
  "import missing from 'not-installed'; missing();",
  "import { readFile } from 'node:fs'; readFile();",
])('has nothing to say about %s', (source) => {
  expect(notesOn(source)).toEqual([]);
});
