import { describe, expect, test } from 'vitest';
import { left, sliceOf } from '../testing/sliced.ts';

const head = "import { App } from '@tankard/framework';\nexport const app = new App('x');";

function source(members: string, rest = '', use = 'app.use(new Jobs());'): string {
  return `${head}
class Jobs {
${members}
@app.lambda()
mine() { return this.helper(); }
@app.lambda()
other() { return this.everything(); }
helper() { return 1; }
everything() { return 2; }
}
${use}
${rest}
export const plain = app.lambda(() => 0);`;
}

/** What the function `mine` keeps of the class above, less what it always has. */
function kept(members: string, rest?: string, use?: string): string {
  const text = left({ 'src/app.ts': source(members, rest, use) }, 'mine')['src/app.ts'] ?? '';
  const always = new Set([
    ...head.split('\n'),
    'class Jobs {',
    '@app.lambda()',
    'mine() { return this.helper(); }',
    'helper() { return 1; }',
    '}',
    'app.use(new Jobs());',
  ]);
  return text
    .split('\n')
    .filter((line) => !always.has(line))
    .join('\n');
}

test('a class keeps the methods that the function serves and what these reach through this', () => {
  expect(kept('')).toBe('');
});

test('a function that serves none of its methods has neither the class nor its use', () => {
  const text = left({ 'src/app.ts': source('') }, 'plain')['src/app.ts'];
  expect(text).toBe(`${head}\nexport const plain = app.lambda(() => 0);`);
});

describe('a member that nothing reaches', () => {
  test.each([
    ['a field loses its value', 'client = new Client();', 'client; ;'],
    [
      'a typed field too',
      'private readonly client: Client = new Client();',
      'private readonly client: Client; ;',
    ],
    ['a private field too', '#client = new Client();', '#client; ;'],
    ['a getter goes', 'get size() { return 1; }', ''],
    ['a private method goes', '#gone() {}', ''],
    [
      'a constructor parameter loses its default',
      'constructor(private readonly mail = new Mailer()) {}',
      'constructor(private readonly mail ) {}',
    ],
    [
      'an assignment in the constructor goes',
      'constructor() { this.mail = new Mailer(); }',
      'constructor() { ; }',
    ],
    [
      'a parameter that only such an assignment reads',
      'constructor(mail = new Mailer()) { this.mail = mail; }',
      'constructor(mail ) { ; }',
    ],
  ])('%s', (_, members, expected) => {
    expect(kept(members).replace(/\s+;/g, ' ;').replace(/;$/, ';').trim()).toBe(
      expected.replace(/\s+;/g, ' ;').trim(),
    );
  });
});

describe('a member that a served method reaches', () => {
  test.each([
    ['a field', 'client = new Client();', 'this.client'],
    ['a private field', '#client = new Client();', 'this.#client'],
    ['a field by its text', 'client = new Client();', "this['client']"],
    [
      'a destructured field',
      'client = new Client();',
      '(() => { const { client } = this; return client; })()',
    ],
    ['a getter', 'get client() { return 1; }', 'this.client'],
    ['a parameter property', 'constructor(private readonly client = new Client()) {}', 'this.client'],
    [
      'an assignment in the constructor',
      'constructor(client = new Client()) { this.client = client; }',
      'this.client',
    ],
    ['a field by way of another', 'a = () => this.b;\nb = new Client();', 'this.a()'],
  ])('stays as it is: %s', (_, members, reach) => {
    const text = left({ 'src/app.ts': source(members).replace('this.helper()', reach) }, 'mine')[
      'src/app.ts'
    ];
    expect(text).toContain(members);
  });
});

describe('what may be called in a way that cannot be seen stays', () => {
  test('a method hands out this', () => {
    const slice = sliceOf({ 'src/app.ts': source('').replace('this.helper()', 'run(this)') }, 'mine');
    expect(slice.whole).toEqual([
      {
        place: { file: 'src/app.ts', line: 3 },
        owner: 'Jobs',
        why: 'it is handed to run, which cannot be followed',
      },
    ]);
  });

  test('the method of another function stays without its registration', () => {
    const text = left({ 'src/app.ts': source('').replace('this.helper()', 'this.other()') }, 'mine')[
      'src/app.ts'
    ];
    expect(text?.match(/@app\.lambda\(\)/g)).toHaveLength(1);
    expect(text).toContain('other() { return this.everything(); }');
  });

  test('other code takes an instance', () => {
    expect(kept('', 'export const jobs = new Jobs();\nconsole.log(jobs.everything());')).toContain(
      'everything() { return 2; }',
    );
  });

  test('static members that do something, blocks and computed names', () => {
    const members = 'static a = start();\nstatic { console.log(1); }\n[Symbol.iterator]() {}';
    expect(kept(members)).toBe(members);
  });

  test('a parent class keeps what its children call, and nothing else', () => {
    const text = left(
      { 'src/app.ts': source('', '', 'class More extends Jobs {}\napp.use(new More());') },
      'mine',
    )['src/app.ts'];
    expect(text).toContain('mine() {');
    expect(text).not.toContain('everything() {');
    expect(text?.match(/@app\.lambda\(\)/g)).toHaveLength(1);
  });
});

test.each([
  ['the instance is in a variable', 'const jobs = new Jobs();\napp.use(jobs);'],
  ['the class itself is used', 'app.use(Jobs);'],
])('members go as well where %s', (_, use) => {
  expect(kept('client = new Client();', '', use)).not.toContain('new Client');
});

describe('an argument of the constructor', () => {
  const sources = (members: string, use: string) => ({
    'src/app.ts': source(members, '', use).replace('this.helper()', 'this.first'),
  });

  test.each([
    ['a parameter property', 'constructor(private first: A, private second: B) {}'],
    [
      'a parameter that an assignment reads',
      'constructor(first: A, second: B) { this.first = first; this.second = second; }',
    ],
  ])('goes where nothing reads it: %s', (_, members) => {
    const text = left(sources(members, 'app.use(new Jobs(new First(), new Second()));'), 'mine')[
      'src/app.ts'
    ];
    expect(text).toMatch(/app\.use\(new Jobs\(new First\(\), 0 +\)\);/);
  });

  test('goes from a variable that is used', () => {
    const use = 'const jobs = new Jobs(new First(), new Second());\napp.use(jobs);';
    const text = left(sources('constructor(private first: A, private second: B) {}', use), 'mine')[
      'src/app.ts'
    ];
    expect(text).not.toContain('new Second()');
  });

  test.each([
    ['a pattern takes it apart', 'constructor(first: A, { second }: B) {}'],
    ['the rest takes it', 'constructor(...all: A[]) {}'],
    ['the constructor reads it', 'constructor(first: A, second: B) { console.log(second); }'],
  ])('stays where %s', (_, members) => {
    const text = left(sources(members, 'app.use(new Jobs(new First(), new Second()));'), 'mine')[
      'src/app.ts'
    ];
    expect(text).toContain('new Second()');
  });
});

describe('several uses in one statement', () => {
  const two = `${head}
class Jobs {
@app.lambda()
mine() {}
}
class Others {
@app.lambda()
other() {}
}`;

  test('stay where one of the classes has a handler of the function', () => {
    const text = left({ 'src/app.ts': `${two}\napp.use(new Jobs()).use(new Others());` }, 'mine')[
      'src/app.ts'
    ];
    expect(text).toContain('app.use(new Jobs()).use(new Others());');
    expect(text).not.toContain('other() {}');
  });

  test('go where none has', () => {
    const text = left(
      { 'src/app.ts': `${two}\napp.use(new Others()).use(new Others());\napp.use(new Jobs());` },
      'mine',
    )['src/app.ts'];
    expect(text).not.toContain('Others');
  });

  test('stay where the chain does more', () => {
    const text = left(
      { 'src/app.ts': `${two}\napp.onError(log).use(new Others());\napp.use(new Jobs());` },
      'mine',
    )['src/app.ts'];
    expect(text).toContain('app.onError(log).use(new Others());');
  });
});

test('a method with two registrations loses the one that the function does not serve', () => {
  const text = left(
    {
      'src/app.ts': `${head}
class Jobs {
  @app.route('GET /a', { name: 'a' })
  @app.schedule('rate(1 hour)')
  mine() {}
}
app.use(new Jobs());`,
    },
    'mine',
  )['src/app.ts'];
  expect(text).toContain('@app.route');
});

test('a class from another file keeps what the function serves', () => {
  const files = left(
    {
      'src/app.ts': "export { app } from './service.ts';\nimport './jobs.ts';",
      'src/service.ts': head,
      'src/jobs.ts':
        "import { app } from './service.ts';\nimport { Jobs } from './class.ts';\napp.use(new Jobs());",
      'src/class.ts':
        "import { app } from './service.ts';\nexport class Jobs {\n@app.lambda()\nmine() {}\n@app.lambda()\nother() {}\n}",
    },
    'mine',
  );
  expect(files['src/class.ts']).toBe(
    "import { app } from './service.ts';\nexport class Jobs {\n@app.lambda()\nmine() {}\n}",
  );
});
