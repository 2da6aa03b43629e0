import { expect, test } from 'vitest';
import { isTaken } from './reconcile.ts';
import { domainTaken } from './taken.ts';

test('a name that somebody else has is refused with what can be done', () => {
  expect(domainTaken('api.example.com').problems).toMatchObject([
    {
      code: 'DOMAIN_TAKEN',
      subject: 'domain:api.example.com',
      remedy: expect.stringContaining('deploy once'),
    },
  ]);
});

test.each([
  ['ConflictException', 'The domain name you provided already exists.', true],
  ['BadRequestException', 'The domain name you provided already exists.', true],
  ['ConflictException', 'Unable to complete operation due to concurrent modification.', false],
  ['BadRequestException', 'The certificate is not valid.', false],
])('%s: %s', (name, message, taken) => {
  expect(isTaken(name, message)).toBe(taken);
});
