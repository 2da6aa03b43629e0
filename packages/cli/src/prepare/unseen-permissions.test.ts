import { expect, test } from 'vitest';
import { unseenPermissions } from './unseen-permissions.ts';

test('what could not be read from the code is a warning at its place', () => {
  const note = {
    place: { file: 'src/app.ts', line: 4 },
    what: 'A client gets a command that is chosen at run time.',
    remedy: 'Say it in permissions.',
  };
  const policies = new Map([
    ['send', { statements: [], notes: [note], problems: [] }],
    ['list', { statements: [], notes: [], problems: [] }],
  ]);
  expect(unseenPermissions(policies)).toMatchObject([
    {
      code: 'PERMISSION_NOT_SEEN',
      severity: 'warning',
      message:
        "What 'send' may do in AWS is not seen in full: A client gets a command that is chosen at run time.",
      place: note.place,
      remedy: note.remedy,
    },
  ]);
});

test('what many functions hold is said once, with the first of their names', () => {
  const note = { place: { file: 'src/app.ts', line: 4 }, what: 'It stays.', remedy: 'Move it.' };
  const other = { ...note, place: { file: 'src/app.ts', line: 9 } };
  const policies = new Map(
    ['a', 'b', 'c', 'd', 'e'].map((name) => [
      name,
      { statements: [], notes: name === 'b' ? [note, other] : [note], problems: [] },
    ]),
  );
  expect(unseenPermissions(policies).map(({ message }) => message)).toEqual([
    "What 'a', 'b', 'c' and 2 more may do in AWS is not seen in full: It stays.",
    "What 'b' may do in AWS is not seen in full: It stays.",
  ]);
});
