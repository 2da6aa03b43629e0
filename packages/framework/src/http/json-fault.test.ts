import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonFault } from './json-fault.ts';

const fault = (text: string) => jsonFault(text, new Error('as V8 says it'));

describe('the place where a text stops being JSON', () => {
  it.each([
    ['', 'line 1, column 1: expected a value'],
    ['{"a": }', 'line 1, column 7: expected a value'],
    ['{"a" 1}', "line 1, column 6: expected ':'"],
    ['{"a": 1,}', 'line 1, column 9: expected a name'],
    ["{'a': 1}", "line 1, column 2: expected a name or '}'"],
    ['{"a": 1]', "line 1, column 8: expected ',' or '}'"],
    ['[1 2]', "line 1, column 4: expected ',' or ']'"],
    ['[}', "line 1, column 2: expected a value or ']'"],
    ['{"a": 1}x', 'line 1, column 9: expected the end'],
    ['{\n  "a": tru\n}', 'line 2, column 8: expected a value'],
    ['["a\nb"]', "line 1, column 2: expected a value or ']'"],
    ['01', 'line 1, column 2: expected the end'],
    ['[1,\n\n   ', 'line 3, column 4: expected a value'],
  ])('of %j is %s', (text, where) => {
    expect(fault(text)).toBe(where);
  });

  it('is what V8 says where the text is long', () => {
    expect(fault(`["${'a'.repeat(100_000)}`)).toBe('as V8 says it');
  });

  it('is never in front of the point up to which V8 reads on', () => {
    const broken = fc.tuple(fc.json(), fc.nat(), fc.string({ unit: 'binary', maxLength: 3 }));
    fc.assert(
      fc.property(broken, ([json, at, noise]) => {
        const cut = at % (json.length + 1);
        const text = json.slice(0, cut) + noise + json.slice(cut + 1);
        fc.pre(!isJson(text));
        const [, line = '', column = ''] = /^line (\d+), column (\d+): expected /.exec(fault(text)) ?? [];
        const before = text.split('\n').slice(0, Number(line));
        const lines = [...before.slice(0, -1), before.at(-1)?.slice(0, Number(column) - 1)];
        // What stands before the fault can be made JSON by going on.
        expect(canGoOn(lines.join('\n'))).toBe(true);
      }),
    );
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** V8 finds nothing wrong with a text but that it ends. */
function canGoOn(text: string): boolean {
  const ends = ['', '0', '"":0', '"a":0', '0]', ':0', 'x'];
  return text === '' || isJson(text) || ends.some((end) => !complainsWithin(text, end));
}

function complainsWithin(text: string, end: string): boolean {
  try {
    JSON.parse(text + end);
    return false;
  } catch (error) {
    const at = /position (\d+)/.exec((error as Error).message)?.[1];
    return at === undefined ? !/end of JSON/.test((error as Error).message) : Number(at) < text.length;
  }
}
