import { expect, test } from 'vitest';
import { isOwnTemplate } from './own-template.ts';
import { templateText } from './template-text.ts';

const template = {
  AWSTemplateFormatVersion: '2010-09-09',
  Transform: 'AWS::Serverless-2016-10-31',
  Description: 'shop, stage prod-2',
  Resources: {},
} as const;

test.each(['yaml', 'json'] as const)('a template that we wrote as %s is ours', (format) => {
  expect(isOwnTemplate(templateText(template, format))).toBe(true);
});

test.each([
  ['nothing', ''],
  ['a template by another tool', templateText({ ...template, Description: 'The shop' }, 'yaml')],
  [
    'one that was written by hand',
    'Transform: AWS::Serverless-2016-10-31\nDescription: my shop, stage dev\n',
  ],
  ['a text that speaks of one', `# ${templateText(template, 'yaml')}`],
])('%s is not ours', (_, text) => {
  expect(isOwnTemplate(text)).toBe(false);
});
