import { describe, expect, it } from 'vitest';
import { join, pseudo } from '../resources/value.ts';
import { splitStatements } from './split-statements.ts';
import { sizeOf, statementSize } from './statements/size.ts';

const statement = (resources: number, width = 100) => ({
  actions: ['s3:GetObject'],
  resources: Array.from({ length: resources }, (_, index) => `arn:aws:s3:::${index}`.padEnd(width, 'x')),
  because: [],
});
const sizeOfAll = (statements: readonly ReturnType<typeof statement>[]) =>
  statements.reduce((sum, each) => sum + statementSize(each), 0);

describe('splitStatements', () => {
  it('keeps everything inline as long as it fits', () => {
    const statements = [statement(20), statement(20)];
    expect(splitStatements(statements, 'worker')).toEqual({ inline: statements, managed: [], problems: [] });
  });

  it('moves what does not fit into managed policies that each fit', () => {
    const statements = Array.from({ length: 8 }, () => statement(40));
    const { inline, managed, problems } = splitStatements(statements, 'worker');
    expect(problems).toEqual([]);
    expect([...inline, ...managed.flat()]).toEqual(statements);
    expect(sizeOfAll(inline as never)).toBeLessThanOrEqual(10_240);
    for (const policy of managed) expect(sizeOfAll(policy as never)).toBeLessThanOrEqual(6_144);
  });

  it('cuts one statement that is larger than a policy, and loses no resource', () => {
    const large = statement(150);
    const { inline, managed } = splitStatements([large], 'worker');
    expect(managed.length).toBeGreaterThan(0);
    expect([...inline, ...managed.flat()].flatMap(({ resources }) => resources)).toEqual(large.resources);
  });

  it('refuses what ten managed policies cannot hold', () => {
    const { problems } = splitStatements([statement(900)], 'worker');
    expect(problems.map(({ code }) => code)).toEqual(['POLICY_TOO_LARGE']);
  });
});

describe('sizeOf', () => {
  it('counts what is not known yet at its longest', () => {
    const arn = join('arn:', pseudo('partition'), ':s3:::files-', pseudo('accountId'), '/*');
    expect(sizeOf(arn)).toBe('"arn:aws-us-gov:s3:::files-123456789012/*"'.length);
  });

  it('counts lists and maps as JSON without white space', () => {
    const value = { StringEquals: { 'ses:FromAddress': ['a@b.c', 'd@e.f'] } };
    expect(sizeOf(value)).toBeGreaterThanOrEqual(JSON.stringify(value).length);
    expect(sizeOf(value)).toBeLessThan(JSON.stringify(value).length + 6);
  });
});
