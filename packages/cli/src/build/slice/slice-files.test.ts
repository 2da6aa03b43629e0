import { describe, expect, test } from 'vitest';
import { left, type Sources } from '../testing/sliced.ts';

const service = `import { App } from '@tankard/framework';
import { SESClient } from '@aws-sdk/client-ses';
export const app = new App('x');
export const ses = new SESClient({});
export const users = app.table('Users');`;

const entry = "export { app } from './service.ts';\nimport './mine.ts';\nimport './other.ts';";

/** What the function `mine` keeps of a project in which it has a file of its own. */
function kept(mine: string, others: Sources = {}): Readonly<Record<string, string>> {
  return left(
    {
      'src/app.ts': entry,
      'src/service.ts': service,
      'src/mine.ts': mine,
      'src/other.ts': "import { app, ses } from './service.ts';\nexport const other = app.lambda(() => ses);",
      ...others,
    },
    'mine',
  );
}

const handler = "import { app } from './service.ts';";

test('a file of which nothing is kept is not there, and neither is its import', () => {
  const files = kept(`${handler}\nexport const mine = app.lambda(() => 0);`);
  expect(Object.keys(files).toSorted()).toEqual(['src/app.ts', 'src/mine.ts', 'src/service.ts']);
  expect(files['src/app.ts']).toBe("export { app } from './service.ts';\nimport './mine.ts';");
  expect(files['src/service.ts']).toBe(
    "import { App } from '@tankard/framework';\nexport const app = new App('x');",
  );
});

test('a file of JavaScript is sliced as one of TypeScript is', () => {
  const files = kept(
    `${handler}\nimport { add } from './add.js';\nexport const mine = app.lambda(() => add(1));`,
    {
      'src/add.js': 'export const add = (a, b = 1) => a + b;\nexport const gone = ({ a }) => a;',
    },
  );
  expect(files['src/add.js']).toBe('export const add = (a, b = 1) => a + b;');
});

test('resources and clients of another file are kept where they are named', () => {
  const files = kept(
    `import { app, ses, users } from './service.ts';\nexport const mine = app.lambda(() => ses.send(users.name));`,
  );
  expect(files['src/service.ts']).toBe(service);
});

test('a file that is imported for a name that is not used still runs where it has an effect', () => {
  const files = kept(
    `${handler}\nimport { a } from './lib.ts';\nexport const mine = app.lambda(() => 0);\nexport const b = app.lambda(() => a);`,
    {
      'src/lib.ts': 'console.log(1);\nexport const a = 1;',
    },
  );
  expect(files['src/mine.ts']).toContain("import './lib.ts';");
  expect(files['src/lib.ts']).toBe('console.log(1);');
});

test('a file without anything of its own stays where it is the only way to one that runs', () => {
  const files = kept(`${handler}\nimport './way.ts';\nexport const mine = app.lambda(() => 0);`, {
    'src/way.ts': "import './end.ts';",
    'src/end.ts': 'console.log(1);',
  });
  expect(files['src/way.ts']).toBe("import './end.ts';");
});

describe('names reach through', () => {
  test.each<[string, string, Sources]>([
    [
      'a re-export',
      "import { a } from './index.ts';",
      { 'src/index.ts': "export { a, b } from './lib.ts';" },
    ],
    [
      'a renamed re-export',
      "import { c as a } from './index.ts';",
      { 'src/index.ts': "export { a as c, b } from './lib.ts';" },
    ],
    ['export *', "import { a } from './index.ts';", { 'src/index.ts': "export * from './lib.ts';" }],
    [
      'an import that is exported again',
      "import { a } from './index.ts';",
      { 'src/index.ts': "import { a, b } from './lib.ts';\nexport { a, b };" },
    ],
    ['a namespace of which one name is read', "import * as lib from './lib.ts';\nconst a = lib.a;", {}],
  ])('%s', (_, imports, others) => {
    const files = kept(`${handler}\n${imports}\nexport const mine = app.lambda(() => a);`, {
      ...others,
      'src/lib.ts': 'export const a = 1;\nexport const b = 2;',
    });
    expect(files['src/lib.ts']).toBe('export const a = 1;');
  });

  test('a namespace that is handed on whole', () => {
    const files = kept(
      `${handler}\nimport * as lib from './lib.ts';\nexport const mine = app.lambda(() => Object.keys(lib));`,
      {
        'src/lib.ts': 'export const a = 1;\nexport const b = 2;',
      },
    );
    expect(files['src/lib.ts']).toBe('export const a = 1;\nexport const b = 2;');
  });

  test('export * as', () => {
    const files = kept(
      `${handler}\nimport { lib } from './index.ts';\nexport const mine = app.lambda(() => lib.a);`,
      {
        'src/index.ts': "export * as lib from './lib.ts';",
        'src/lib.ts': 'export const a = 1;\nexport const b = 2;',
      },
    );
    expect(files['src/lib.ts']).toBe('export const a = 1;');
  });

  test('export * as, handed on whole', () => {
    const files = kept(
      `${handler}\nimport { lib } from './index.ts';\nexport const mine = app.lambda(() => Object.keys(lib));`,
      {
        'src/index.ts': "export * as lib from './lib.ts';",
        'src/lib.ts': 'export const a = 1;\nexport const b = 2;',
      },
    );
    expect(files['src/lib.ts']).toBe('export const a = 1;\nexport const b = 2;');
  });

  test('a default export', () => {
    const files = kept(
      `${handler}\nimport work from './lib.ts';\nexport const mine = app.lambda(() => work());`,
      {
        'src/lib.ts': 'const used = 1;\nconst gone = 2;\nexport default function work() { return used; }',
      },
    );
    expect(files['src/lib.ts']).toBe('const used = 1;\nexport default function work() { return used; }');
  });

  test('import() of a file', () => {
    const files = kept(`${handler}\nexport const mine = app.lambda(async () => import('./lib.ts'));`, {
      'src/lib.ts': 'export const a = 1;',
    });
    expect(files['src/lib.ts']).toBe('export const a = 1;');
  });
});

describe('in a file that declares nothing on the app', () => {
  test.each([
    ['a function', 'function a() {}', ''],
    ['an arrow function', 'const a = () => call();', ''],
    ['an object of pure values', 'const a = { b: [1, -2, `x`], c: () => 0, ...d };', ''],
    [
      'a client of the SDK',
      "import { S3Client } from '@aws-sdk/client-s3';\nconst a = new S3Client({ region: process.env.R });",
      '',
    ],
    [
      'a document client',
      "import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';\nconst a = DynamoDBDocumentClient.from({});",
      '',
    ],
    [
      'a schema',
      "import { z } from 'zod';\nconst a = z.object({ b: z.string().min(1) });\nconst c = a.partial();",
      '',
    ],
    ['a global constructor', 'const a = new Map([[1, 2]]);', ''],
    ['a call that is marked pure', 'const a = /* @__PURE__ */ make();', ''],
    [
      'a class',
      'class A { b = call(); static c = call(); }\nclass D { e = call(); static f = 1; }',
      'class A { b; ; static c = call(); }',
    ],
    ['what a call makes', 'const a = make();', 'const a = make();'],
    ['a constructor of its own', 'const a = new Thing();', 'const a = new Thing();'],
    [
      'a client that is made of what a call gives',
      "import { S3Client } from '@aws-sdk/client-s3';\nconst a = new S3Client(load());",
      "import { S3Client } from '@aws-sdk/client-s3';\nconst a = new S3Client(load());",
    ],
    [
      'a global that the file hides',
      'class Map {}\nconst a = new Map();',
      'class Map {}\nconst a = new Map();',
    ],
    ['an awaited value', 'const a = await load();', 'const a = await load();'],
    ['a call in a member', 'const a = make().b;', 'const a = make().b;'],
  ])('what only computes goes, what may have an effect stays: %s', (_, source, expected) => {
    const files = kept(
      `${handler}\nimport { z } from './lib.ts';\nexport const mine = app.lambda(() => z);`,
      {
        'src/lib.ts': `${source}\nexport const z = 1;`,
      },
    );
    expect(files['src/lib.ts']).toBe(`${expected}\nexport const z = 1;`.trim());
  });
});

test('a package that only an interface names stays, for whoever reads the types', () => {
  const files = kept(
    `${handler}\nimport { S3, SQS } from 'clients';\ninterface Given { s3(): S3 }\nexport const mine = app.lambda((given: Given) => given.s3());`,
    {},
  );
  expect(files['src/mine.ts']).toContain("import { S3 } from 'clients';");
});
