import { expect, test } from 'vitest';
import { createWriteLog } from './write-log.ts';

const id = (text: string) => ({ id: { S: text } });

/** A log of one table that is followed, and short ways to write and to read. */
function logged() {
  const log = createWriteLog();
  log.follow('Orders');
  let sequence = 0;
  return {
    log,
    write: (item: Parameters<typeof log.begin>[0][0]['item'], invocation: string, made = true) =>
      log.begin([{ table: 'Orders', item }], { invocation, time: 1 })(made),
    read: (keys: ReturnType<typeof id> | object, sequenceNumber = String(++sequence)) =>
      log.writerOf('Orders', { sequenceNumber, keys: keys as ReturnType<typeof id> })?.invocation,
  };
}

test('a record has the writer of its key, and writes of one key are told apart by their order', () => {
  const { write, read } = logged();
  write(id('a'), 'first');
  write(id('b'), 'other');
  write({ ...id('a'), n: { N: '1' } }, 'second');
  expect([read(id('a')), read(id('b')), read(id('a')), read(id('a'))]).toEqual([
    'first',
    'other',
    'second',
    undefined,
  ]);
});

test('a record that is read again has the same writer', () => {
  const { write, read } = logged();
  write(id('a'), 'first');
  write(id('a'), 'second');
  expect([read(id('a'), '7'), read(id('a'), '7'), read(id('a'), '8')]).toEqual(['first', 'first', 'second']);
});

test('a record may be read before its write is answered; a write that was refused has none', () => {
  const { log, read, write } = logged();
  const answered = log.begin([{ table: 'Orders', item: id('a') }], { invocation: 'early', time: 1 });
  expect(read(id('a'))).toBe('early');
  answered(true);
  write(id('a'), 'refused', false);
  expect(read(id('a'))).toBeUndefined();
});

test('a write that made no record is no writer of what comes later', () => {
  const { log, read, write } = logged();
  write(id('a'), 'without');
  const mark = log.mark();
  write(id('a'), 'later');
  log.forget('Orders', mark);
  expect(read(id('a'))).toBe('later');
});

test('numbers are the same however they are written, and PartiQL may have written any key', () => {
  const { read, write } = logged();
  write({ id: { N: '1.0' } }, 'number');
  write({}, 'statement');
  expect([read({ id: { N: '1' } }), read(id('a'))]).toEqual(['number', 'statement']);
});

test('tables that nobody reads cost nothing', () => {
  const { log } = logged();
  log.begin([{ table: 'Users', item: id('a') }], { invocation: 'a', time: 1 })(true);
  log.follow('Users');
  expect(log.writerOf('Users', { sequenceNumber: '1', keys: id('a') })).toBeUndefined();
});

test('what waits for records that never come is forgotten in the end', () => {
  const { read, write } = logged();
  write(id('first'), 'first');
  for (let count = 0; count < 1000; count += 1) write(id(`${count}`), 'many');
  expect([read(id('first')), read(id('999'))]).toEqual([undefined, 'many']);
});
