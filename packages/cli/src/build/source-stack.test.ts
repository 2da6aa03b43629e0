import { transform } from 'esbuild';
import { expect, test } from 'vitest';
import { createSourceStacks } from './source-stack.ts';

const SOURCE = `type Unused = string;

export function fails(): never {
  throw new Error('here');
}
`;

test('places in a bundle become places in the source', async () => {
  const { code, map } = await transform(SOURCE, {
    loader: 'ts',
    minify: true,
    sourcemap: true,
    sourcefile: 'src/app.ts',
  });
  const stacks = createSourceStacks();
  stacks.add('/unpacked/app/index.js', map);
  const column = code.indexOf('new Error') + 1;
  expect(stacks.resolve(`    at fails (/unpacked/app/index.js:1:${column})`)).toBe(
    '    at fails (src/app.ts:4:9)',
  );
  expect(stacks.resolve(`    at file:///unpacked/app/index.js:1:${column}`)).toBe('    at src/app.ts:4:9');
});

test('other places stay as they are', () => {
  const stacks = createSourceStacks();
  const text = '    at node:internal/main:1:2\n    at x (/elsewhere/index.js:1:2)\n  http://localhost:3000/a';
  expect(stacks.resolve(text)).toBe(text);
});
