import MagicString from 'magic-string';
import { expect, test } from 'vitest';
import { parseOnce } from '../source/parse.ts';
import { mark } from './mark.ts';

function marked(source: string): string {
  const code = new MagicString(source);
  mark(code, parseOnce('/project/src/a.ts', source), 'src/a.ts');
  return code.toString();
}

const at = (line: number, name?: string) => JSON.stringify({ name, file: 'src/a.ts', line });

test.each([
  [
    'a constant',
    "const a = app.route('GET /', f);",
    `const a = __tankardAt(app, ${at(1, 'a')}).route('GET /', f);`,
  ],
  ['a statement', 'app.lambda(f);', `__tankardAt(app, ${at(1)}).lambda(f);`],
  [
    'a receiver that is more than a name',
    'this.app.lambda(f);',
    `__tankardAt(this.app, ${at(1)}).lambda(f);`,
  ],
  [
    'a decorator',
    'class A { @app.lambda() a() {} }',
    `class A { @(__tankardAt(app, ${at(1)}).lambda()) a() {} }`,
  ],
  [
    'an existing resource',
    "const a = app.table.existing('x');",
    `const a = __tankardAt(app, ${at(1)}).table.existing('x');`,
  ],
  [
    'a resource has no name but its own',
    "const a = app.table('A');",
    `const a = __tankardAt(app, ${at(1)}).table('A');`,
  ],
  [
    'a call of what a declaration gives',
    'const a = app.lambda()(f);',
    `const a = __tankardAt(app, ${at(1, 'a')}).lambda()(f);`,
  ],
  [
    'a chain over lines',
    '\nconst a = app\n  .lambda(f);',
    `\nconst a = __tankardAt(app, ${at(2, 'a')})\n  .lambda(f);`,
  ],
  [
    'a mount, which has no name',
    "const a = app.mount('/a', f).mount('/b', g);",
    `const a = __tankardAt(__tankardAt(app, ${at(1)}).mount('/a', f), ${at(1)}).mount('/b', g);`,
  ],
  [
    'a destructuring names nothing',
    'const { a } = app.lambda(f);',
    `const { a } = __tankardAt(app, ${at(1)}).lambda(f);`,
  ],
])('%s gets its name and place', (_, source, expected) => {
  expect(marked(source)).toBe(expected);
});

test.each([
  'app.unknown(f);',
  "app['route'](f);",
  'route(f);',
  'class A extends B { c() { super.route(f); } }',
])('nothing is written into %s', (source) => {
  expect(marked(source)).toBe(source);
});
