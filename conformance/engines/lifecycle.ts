import { expect, it } from 'vitest';
import type { Kind } from '../../packages/cli/src/graph/node.ts';
import type { Known } from '../../packages/cli/src/resources/known.ts';
import type { Models } from '../../packages/cli/src/resources/models.ts';
import type { Attributes, Found, Reconciler } from '../../packages/cli/src/resources/reconciler.ts';
import { bring, listed, type Reconciling } from './reconciling.ts';

/** One kind, and the models that it is brought to one after another. */
export interface Life<K extends Kind> {
  readonly reconciler: Reconciler<K>;
  /** By what each changes, in the order in which they are brought about. */
  readonly models: () => readonly (readonly [title: string, model: Known<Models[K]>])[];
  readonly attributes?: (() => Attributes) | undefined;
  /** The engine makes one as often as it is told to: what is too much goes with the next deploy. Default false. */
  readonly repeats?: boolean | undefined;
  /** What a lost journal is rebuilt from. */
  readonly parents?: (() => readonly Found[]) | undefined;
}

/**
 * Tests the whole life of a resource in an engine: it is made, changed one way after another, left alone
 * where nothing differs, found without a journal, and removed for good.
 */
export function testLife<K extends Kind>(deploy: () => Reconciling, life: Life<K>): void {
  const { reconciler, models } = life;
  const first = (): Known<Models[K]> => {
    const [one] = models();
    if (!one) throw new Error('There is nothing to be made.');
    return one[1];
  };
  const target = () => ({ key: reconciler.key(first(), deploy().context.scope) });

  it('is absent before it is made', async () => {
    expect(await reconciler.observe(target(), deploy().context)).toBeUndefined();
    expect(await listed(reconciler, deploy().context, life.parents?.())).toEqual([]);
  });

  it('becomes what is wanted, one change after another, and is left alone in between', async () => {
    for (const [title, model] of models()) {
      const { made, observed, different } = await bring(reconciler, model, deploy().context);
      expect(different, title).toEqual([]);
      expect(made.attributes, title).toEqual(observed.attributes);
      deploy().proxy.forget();
      await bring(reconciler, model, deploy().context);
      expect(deploy().proxy.mutations(), title).toEqual([]);
    }
  });

  it('has the attributes that others refer to', async () => {
    const { observed } = await bring(reconciler, first(), deploy().context);
    expect(observed.attributes).toMatchObject(life.attributes?.() ?? {});
  });

  it('gets tags, other ones, and loses them, where it takes any', async () => {
    await bring(reconciler, first(), deploy().tagged({ team: 'wine', cost: '1' }));
    const { observed } = await bring(reconciler, first(), deploy().tagged({ team: 'beer' }));
    const takesTags = observed.tags !== undefined;
    expect(observed.tags?.team).toBe(takesTags ? 'beer' : undefined);
    expect(observed.tags?.cost).toBeUndefined();
    const plain = await bring(reconciler, first(), deploy().context);
    expect(plain.different).toEqual([]);
    expect(plain.observed.tags?.team).toBeUndefined();
    expect(plain.observed.tags?.['tankard:app']).toBe(takesTags ? 'shop' : undefined);
  });

  it('is found without a journal', async () => {
    expect(await listed(reconciler, deploy().context, life.parents?.())).toEqual([target().key]);
  });

  it('is not made twice', async () => {
    const again = await reconciler.ensure(first(), deploy().context);
    if (life.repeats) await bring(reconciler, first(), deploy().context);
    const there = await reconciler.observe(target(), deploy().context);
    if (again && !life.repeats) expect(again.attributes).toEqual(there?.attributes);
    expect(there?.properties.duplicates).toBeUndefined();
    expect(await listed(reconciler, deploy().context, life.parents?.())).toEqual([target().key]);
  });

  it('goes for good, and is gone the second time', async () => {
    for (let time = 1; time <= 2; time += 1) await reconciler.remove(target(), deploy().context);
    expect(await reconciler.observe(target(), deploy().context)).toBeUndefined();
    expect(await listed(reconciler, deploy().context, life.parents?.())).toEqual([]);
  });
}
