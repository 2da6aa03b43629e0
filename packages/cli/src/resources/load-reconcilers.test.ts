import { expect, test } from 'vitest';
import { allKinds, loadReconcilers } from './load-reconcilers.ts';
import { templates } from './templates.ts';

test('every kind that a template can hold can be deployed, and no other', async () => {
  const { kinds } = await loadReconcilers(allKinds);
  const inTemplates = Object.keys(templates);
  expect(kinds.filter((kind) => !inTemplates.includes(kind))).toEqual([]);
  expect(inTemplates.filter((kind) => !kinds.some((one) => one === kind))).toEqual([]);
});

test('what is a part comes after what it is a part of, so that a lost journal is rebuilt in that order', async () => {
  const { kinds, of } = await loadReconcilers(allKinds);
  const wrong = kinds.filter((kind) => {
    const { partOf } = of(kind);
    return partOf !== undefined && kinds.indexOf(partOf) > kinds.indexOf(kind);
  });
  expect(wrong).toEqual([]);
});
