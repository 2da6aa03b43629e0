import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { corpus, templateFile } from './apps.ts';
import { cfnLint } from './judges/cfn-lint.ts';
import { parliament } from './judges/parliament.ts';
import { policiesOf, type TemplateShape } from './judges/policies-of.ts';

const template = templateFile(corpus);

test('parliament accepts the policy of every handler of the corpus', () => {
  const shape = JSON.parse(readFileSync(template, 'utf8')) as TemplateShape;
  const policies = policiesOf(shape, corpus.parameters);
  expect(Object.keys(policies).length).toBeGreaterThan(90);
  expect(parliament(policies)).toEqual([]);
});

test('cfn-lint, with its own checks of policies, accepts the template of the corpus', {
  timeout: 300_000,
}, () => {
  expect(cfnLint(template)).toEqual([]);
});
