import { expect, test } from 'vitest';
import { declaringCall } from '../source/calls.ts';
import { parseOnce } from '../source/parse.ts';
import { walk } from '../source/walk.ts';
import { commentsOf } from './comments.ts';

/** The comment of each declaring call of a source, in order. */
function commentsIn(source: string): readonly (string | undefined)[] {
  const parsed = parseOnce('/project/src/a.ts', source);
  expect(parsed.errors).toEqual([]);
  const commentOf = commentsOf(parsed);
  const found: (string | undefined)[] = [];
  walk(parsed.program, (node, ancestors) => {
    const declaring = declaringCall(node);
    if (declaring) found.push(commentOf(declaring.call, ancestors)?.trim());
  });
  return found;
}

test.each([
  ['a constant', '/** A */\nconst a = app.lambda(f);', ['A']],
  ['an export', '/** Ä */\nexport const a = app.lambda(f);', ['Ä']],
  ['a default export', '/** A */\nexport default app.lambda(f);', ['A']],
  ['a statement', '/** A */ app.lambda(f);', ['A']],
  ['an assignment', '/** A */\nthis.a = app.lambda(f);', ['A']],
  ['what a declaration gives is called', '/** A */\nconst a = app.lambda()(f) as X;', ['A']],
  [
    'each of several constants',
    '/** A */\nconst a = app.lambda(f),\n  /** B */\n  b = app.lambda(f),\n  c = app.lambda(f);',
    ['A', 'B', undefined],
  ],
  ['a property', 'const all = { /** A */ a: app.lambda(f), b: app.lambda(f) };', ['A', undefined]],
  ['a field', 'class X { /** A */ a = app.lambda(f); }', ['A']],
  ['a call itself', 'use(/** A */ app.lambda(f));', ['A']],
  [
    'a method, above its decorators',
    'class X {\n  /** A */\n  @app.lambda()\n  @app.schedule(x)\n  a() {}\n}',
    ['A', 'A'],
  ],
  ['a method, below its decorators', 'class X {\n  @app.lambda()\n  /** A */\n  a() {}\n}', ['A']],
  [
    "the class's own says nothing of its methods",
    '/** X */\nclass X {\n  @app.lambda()\n  a() {}\n}',
    [undefined],
  ],
  ['the last of two', '/** A */\n/** B */\nconst a = app.lambda(f);', ['B']],
  [
    'through what a linter is told',
    '/** A */\n// biome-ignore lint/x: y\n/* eslint-disable-line */\nconst a = app.lambda(f);',
    ['A'],
  ],
  ['not across code', '/** A */\nconst x = 1;\nconst a = app.lambda(f);', [undefined]],
  ['not of what the call is handed to', '/** A */\nconst a = wrapped(app.lambda(f));', [undefined]],
  [
    'not of another kind of comment',
    '/* A */\nconst a = app.lambda(f);\n// /** B */\nconst b = app.lambda(f);',
    [undefined, undefined],
  ],
  ['not of one that stands behind', 'const a = app.lambda(f); /** A */', [undefined]],
])('%s', (_, source, comments) => {
  expect(commentsIn(source)).toEqual(comments);
});
