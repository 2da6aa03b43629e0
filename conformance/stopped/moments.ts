import type { Moment } from './stopping-store.ts';

/**
 * Every moment at which a deploy that wrote these lines can be found: of each step that it has begun and
 * not called AWS, and that it has called AWS and not ended. Before a step begins is after another one.
 *
 * @param lost without a journal only what AWS was told makes a difference.
 */
export function momentsOf(lines: readonly string[], lost: boolean): readonly Moment[] {
  const begun = new Set(lines.flatMap((line) => (line.startsWith('begin ') ? [idOf(line)] : [])));
  return lines.flatMap((line): readonly Moment[] => {
    if (line.startsWith('begin ')) return lost ? [] : [{ line, when: 'after' }];
    // What goes with another resource has a line, and no call of its own.
    return begun.has(idOf(line)) || line === 'deploy done' ? [{ line, when: 'before' }] : [];
  });
}

/** What a deploy that was stopped was in the middle of. */
export class Standing {
  readonly #durable: string[] = [];
  readonly #called = new Set<string>();

  get lines(): readonly string[] {
    return this.#durable;
  }

  durable(line: string): void {
    this.#durable.push(line);
  }

  called(id: string): void {
    this.#called.add(id);
  }

  /** The moments of all steps that were on the way: up to ten are at a time. */
  moments(): readonly Moment[] {
    const begun = this.#durable.filter((line) => line.startsWith('begin ')).map(idOf);
    const ended = new Set(this.#durable.filter((line) => /^(end|gone) /.test(line)).map(idOf));
    return begun
      .filter((id) => !ended.has(id))
      .flatMap((id): readonly Moment[] =>
        this.#called.has(id)
          ? [`end ${id}`, `gone ${id}`].map((line) => ({ line, when: 'before' }))
          : [{ line: `begin ${id}`, when: 'after' }],
      );
  }
}

const idOf = (line: string): string => line.slice(line.indexOf(' ') + 1);
