import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Template } from './template.ts';
import { templateText } from './template-text.ts';

const shared = { Ref: 'X' };
const template: Template = {
  AWSTemplateFormatVersion: '2010-09-09',
  Transform: 'AWS::Serverless-2016-10-31',
  Description: `A description ${'that is far longer than a line '.repeat(5)}`,
  Resources: {
    X: {
      Type: 'AWS::Scheduler::Schedule',
      Properties: { Mode: 'OFF', Answer: 'yes', Time: '12:30:45', Number: '0123', One: shared, Two: shared },
    },
  },
};

test.each(['yaml', 'json'] as const)('%s says what the template says', (format) => {
  const text = templateText(template, format);
  expect(parse(text, { version: '1.1' })).toEqual(template);
  expect(text.endsWith('\n')).toBe(true);
});

test('texts that an older reader would take for something else are quoted', () => {
  const text = templateText(template, 'yaml');
  expect(text).toContain('AWSTemplateFormatVersion: "2010-09-09"');
  expect(text).toContain('Mode: "OFF"');
  expect(text).toContain('Answer: "yes"');
  expect(text).toContain('Time: "12:30:45"');
  expect(text).toContain('Number: "0123"');
});

test('long lines are not broken, and nothing is an alias', () => {
  const text = templateText(template, 'yaml');
  expect(text).not.toMatch(/[&*]a\d/);
  expect(text.split('\n').find((line) => line.startsWith('Description'))).toContain('line that is far');
});
