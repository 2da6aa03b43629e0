import { describe, expect, test } from 'vitest';
import { isAtLeast, logLine } from './log-line.ts';

const read = (message: string) => logLine('send', { id: '1', time: 5, message });

describe('a line of a log', () => {
  test.each([
    ['JSON with its level', '{"timestamp":"t","level":"WARN","message":"careful"}\n', 'WARN', false],
    ['JSON without a level', '{"a":1}', undefined, false],
    ['JSON of Lambda itself', '{"time":"t","type":"platform.start","record":{}}', undefined, true],
    ['text with its level', '2026-01-01T12:00:00.000Z\t8476\tERROR\tit broke\n', 'ERROR', false],
    ['text of Lambda itself', 'REPORT RequestId: 8476\tDuration: 2.00 ms', undefined, true],
    ['plain text', 'START of something else', undefined, false],
    ['half of an object', '{"level":', undefined, false],
  ])('is read from %s', (_, message, level, platform) => {
    expect(read(message)).toEqual({ function: 'send', time: 5, level, platform, text: message.trimEnd() });
  });
});

describe('a level', () => {
  const at = (level: string) => read(JSON.stringify({ level, message: '' }));
  test.each([
    ['INFO', 'INFO', true],
    ['info', 'WARN', false],
    ['Warning', 'WARN', true],
    ['CRITICAL', 'ERROR', true],
    ['loud', 'TRACE', false],
  ] as const)('%s is at least %s: %s', (said, least, holds) => {
    expect(isAtLeast(at(said), least)).toBe(holds);
  });

  test('is not guessed where a line says none', () => {
    expect(isAtLeast(read('plain'), 'TRACE')).toBe(false);
  });
});
