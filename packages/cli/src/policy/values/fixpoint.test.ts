import { describe, expect, it } from 'vitest';
import { fixpoint } from './fixpoint.ts';

type Graph = Readonly<Record<string, { readonly own: readonly string[]; readonly from: readonly string[] }>>;

/** Answers what can be reached: a node's own words and those of what it comes from. */
function reachable(graph: Graph) {
  const computed: string[] = [];
  const keys = new Map(Object.keys(graph).map((name) => [name, { name }]));
  const ask = fixpoint<ReadonlySet<string>>({
    empty: new Set(),
    isSame: (a, b) => a.size === b.size && [...a].every((each) => b.has(each)),
    giveUp: (last) => new Set([...last, '?']),
  });
  const of = (name: string): ReadonlySet<string> =>
    ask(keys.get(name) ?? {}, () => {
      computed.push(name);
      const { own = [], from = [] } = graph[name] ?? {};
      return new Set([...own, ...from.flatMap((each) => [...of(each)])]);
    });
  return { of: (name: string) => [...of(name)].sort().join(''), computed };
}

describe('fixpoint', () => {
  it('computes each answer once', () => {
    const { of, computed } = reachable({
      a: { own: [], from: ['b', 'c'] },
      b: { own: ['x'], from: ['c'] },
      c: { own: ['y'], from: [] },
    });
    expect([of('a'), of('b'), of('a')]).toEqual(['xy', 'xy', 'xy']);
    expect(computed.sort()).toEqual(['a', 'b', 'c']);
  });

  it('gives every question of a circle the whole answer, whichever is asked first', () => {
    const graph: Graph = {
      a: { own: ['x'], from: ['b'] },
      b: { own: ['y'], from: ['c', 'b'] },
      c: { own: ['z'], from: ['a', 'd'] },
      d: { own: ['w'], from: ['b'] },
    };
    for (const first of Object.keys(graph)) {
      const { of } = reachable(graph);
      of(first);
      expect(Object.keys(graph).map(of)).toEqual(['wxyz', 'wxyz', 'wxyz', 'wxyz']);
    }
  });

  it('does not mix a circle with what merely leads to it', () => {
    const { of } = reachable({
      start: { own: ['s'], from: ['a'] },
      a: { own: ['x'], from: ['b'] },
      b: { own: ['y'], from: ['a'] },
    });
    expect([of('start'), of('a'), of('b')]).toEqual(['sxy', 'xy', 'xy']);
  });

  it('does not ask again and again where many circles share their questions', () => {
    const names = Array.from({ length: 30 }, (_, index) => `n${index}`);
    const graph = Object.fromEntries(names.map((name) => [name, { own: [name], from: names }]));
    const { of, computed } = reachable(graph);
    expect(of('n0')).toBe([...names].sort().join(''));
    expect(computed.length).toBeLessThan(30 * 30);
  });

  it('gives up on what is nested too deep', () => {
    const graph = Object.fromEntries(
      Array.from({ length: 400 }, (_, index) => [`n${index}`, { own: [], from: [`n${index + 1}`] }]),
    );
    expect(reachable(graph).of('n0')).toBe('?');
  });

  it('gives up on a circle that never settles', () => {
    const ask = fixpoint<number>({ empty: 0, isSame: (a, b) => a === b, giveUp: () => -1 });
    const key = {};
    const next = (): number => ask(key, () => next() + 1);
    expect(next()).toBe(-1);
  });
});
