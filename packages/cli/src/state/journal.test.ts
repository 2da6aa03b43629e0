import { expect, test } from 'vitest';
import { problemsOf } from '../testing/problems-of.ts';
import { openJournal, readJournal } from './journal.ts';
import { lockedError } from './locked-error.ts';
import type { EndLine, Line } from './record.ts';
import { memoryStore } from './testing/memory-store.ts';

const name = { app: 'shop', stage: 'dev', account: '123456789012', region: 'eu-central-1' };
const role = { id: 'role:a', kind: 'role', key: { name: 'a' } } as const;
const begin: Line = { line: 'begin', ...role, after: [] };
const end: EndLine = {
  line: 'end',
  ...role,
  after: [],
  made: { attributes: { arn: 'x' } },
  left: { trust: '1' },
};
const gone: Line = { line: 'gone', ...role };

async function recordedAfter(...lines: readonly Line[]) {
  const store = memoryStore();
  const journal = await openJournal(store, name);
  for (const line of lines) await journal.write(line);
  return [...((await readJournal(store))?.resources.values() ?? [])];
}

test.each([
  ['begun', [begin], [{ ...role, after: [], left: {} }]],
  ['ended', [begin, end], [{ ...role, after: [], made: { attributes: { arn: 'x' } }, left: { trust: '1' } }]],
  [
    'begun again',
    [begin, end, begin],
    [{ ...role, after: [], made: { attributes: { arn: 'x' } }, left: { trust: '1' } }],
  ],
  ['gone', [begin, end, begin, gone], []],
] as const)('a resource that has %s is recorded as such', async (_, lines, recorded) => {
  expect(await recordedAfter(...lines)).toEqual(recorded);
});

test('a key is the same whatever the order of its parts', async () => {
  const one = { id: 'permission:p', kind: 'permission', after: [] } as const;
  const recorded = await recordedAfter(
    { line: 'begin', ...one, key: { function: 'f', sid: 's' } },
    { line: 'begin', ...one, key: { sid: 's', function: 'f' } },
  );
  expect(recorded).toHaveLength(1);
});

test('a write that was cut off is left out, and the next one does not run into it', async () => {
  const store = memoryStore();
  const journal = await openJournal(store, name);
  await journal.write(end);
  store.text += '{"line":"gone","id":"ro';
  const again = await openJournal(store, name);
  await again.write(begin);
  expect((await readJournal(store))?.resources.size).toBe(1);
});

test('opening shortens the journal to what it comes to', async () => {
  const store = memoryStore();
  const journal = await openJournal(store, name);
  for (const line of [begin, end, begin, end, begin, end]) await journal.write(line);
  await openJournal(store, name);
  expect(store.text?.trimEnd().split('\n')).toHaveLength(2);
});

test('a journal is complete when a deploy has ended, and stays so', async () => {
  const store = memoryStore();
  const deploy = { line: 'deploy', number: 1, at: '', caller: 'me', tags: [] } as const;
  const journal = await openJournal(store, name);
  await journal.write({ ...deploy, outcome: 'begun' });
  expect((await openJournal(store, name)).recorded.complete).toBe(false);
  await journal.write({ ...deploy, outcome: 'done' });
  await journal.write({ ...deploy, number: 2, outcome: 'begun' });
  expect((await openJournal(store, name)).recorded.complete).toBe(true);
  expect((await openJournal(store, name)).recorded.complete).toBe(true);
});

test('without a journal nothing is read', async () => {
  expect(await readJournal(memoryStore())).toBeUndefined();
});

test('lines that are written at once share a write, and each is durable when its promise resolves', async () => {
  const store = memoryStore();
  const journal = await openJournal(store, name);
  let writes = 0;
  const append = store.append;
  store.append = async (text) => {
    await new Promise(setImmediate);
    writes += 1;
    await append(text);
  };
  const seen = async (line: Line) => {
    await journal.write(line);
    expect(store.text).toContain(JSON.stringify(line));
  };
  await Promise.all([seen(begin), seen(end), seen(gone)]);
  expect(writes).toBe(1);
});

test('after a write that failed the next one is refused too', async () => {
  const store = memoryStore();
  const journal = await openJournal(store, name);
  store.append = async () => Promise.reject(new Error('disk full'));
  await expect(journal.write(begin)).rejects.toThrow('disk full');
  await expect(journal.write(end)).rejects.toThrow('disk full');
});

test('whoever broke a lock reads again what its old holder wrote meanwhile, and that one is refused from then on', async () => {
  const store = memoryStore();
  const versioned = () => {
    let last: string | undefined;
    const write = async (text: string) => {
      if (store.text !== last) throw lockedError('memory', undefined);
      store.text = text;
      last = text;
    };
    return {
      ...store,
      read: async () => {
        last = store.text;
        return last;
      },
      replace: write,
      append: (more: string) => write((last ?? '') + more),
    };
  };
  const old = await openJournal(versioned(), name);
  const breaker = versioned();
  const { replace } = breaker;
  let late = [begin, end];
  const journal = await openJournal(
    {
      ...breaker,
      replace: async (text) => {
        const [line, ...rest] = late;
        late = rest;
        if (line) await old.write(line);
        await replace(text);
      },
    },
    name,
    true,
  );
  expect([...journal.recorded.resources.values()]).toMatchObject([{ id: role.id, made: end.made }]);
  await expect(old.write(gone)).rejects.toMatchObject({ problems: [{ code: 'STATE_LOCKED' }] });
  await journal.write(gone);
  expect((await readJournal(store))?.resources.size).toBe(0);
});

test('a journal of a newer version is refused', async () => {
  const store = memoryStore('{"line":"head","version":2}\n');
  expect(await problemsOf(() => openJournal(store, name))).toMatchObject([{ code: 'STATE_VERSION' }]);
});

test('a journal that somebody has broken is refused with its line', async () => {
  const store = memoryStore('{"line":"head","version":1}\nnot json\n');
  const problems = await problemsOf(() => readJournal(store));
  expect(problems).toMatchObject([{ code: 'STATE_UNREADABLE' }]);
  expect(problems[0]?.message).toContain('Line 2');
});
