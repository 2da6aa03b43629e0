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
        "The function 'send' may lack a permission: A client gets a command that is chosen at run time.",
      place: note.place,
      remedy: note.remedy,
    },
  ]);
});
