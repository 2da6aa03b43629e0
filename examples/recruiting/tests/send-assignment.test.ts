import type { Engines } from '@tankard/cli/local';
import { createTestClient } from '@tankard/framework/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { app } from '../src/app.ts';
import { findCandidate } from '../src/candidate-store.ts';
import { startRecruiting } from './start-recruiting.ts';

const { dynamodb, http } = createTestClient(app);
const inserted = (id: string, email = `${id}@example.com`) => ({
  newImage: {
    id,
    fullname: 'Ann Archer',
    email,
    skills: 'TypeScript',
    experience: 4,
    submittedAt: 1,
    updatedAt: 1,
    assignmentToken: `${id}.secret`,
  },
});

let engines: Engines;
let mailsBefore = 0;
beforeAll(async () => {
  engines = await startRecruiting();
});
beforeEach(async () => {
  mailsBefore = (await engines.mails()).length;
});
afterAll(() => engines.close());

const mails = async () => (await engines.mails()).slice(mailsBefore);

describe('sendAssignment', () => {
  it('mails the candidate a link to the assignment', async () => {
    const outcome = await dynamodb('sendAssignment').insert(inserted('ann').newImage);
    expect(outcome.failed).toEqual([]);
    expect(await mails()).toMatchObject([
      {
        from: 'recruiting@example.com',
        to: ['ann@example.com'],
        replyTo: ['people@example.com'],
        subject: 'Coding Round',
        text: 'Hello, please download assignment from https://api.example.com/assignments/ann.secret',
      },
    ]);
  });

  it('reports a record that fails, so that those before it are not mailed again', async () => {
    const records = [inserted('ann'), inserted('bob', 'not an address'), inserted('cid')];
    const first = await dynamodb('sendAssignment').sendBatch(records);
    expect(first.failed.map(({ dynamodb: { Keys } }) => Keys)).toEqual([{ id: { S: 'bob' } }]);
    expect((await mails()).flatMap(({ to }) => to)).toEqual(['ann@example.com']);

    // The stream goes on with the record that was reported.
    const again = await dynamodb('sendAssignment').sendBatch([inserted('bob'), inserted('cid')]);
    expect(again.failed).toEqual([]);
    expect((await mails()).flatMap(({ to }) => to)).toEqual([
      'ann@example.com',
      'bob@example.com',
      'cid@example.com',
    ]);
  });

  it('mails a link that this app opens, for a candidate who was submitted to it', async () => {
    const candidate = { fullname: 'Dot', email: 'dot@example.com', skills: 'Go', experience: 7 };
    const answer = await http.post('/candidates', { json: candidate });
    const { candidateId } = answer.json<{ candidateId: string }>();
    const stored = await findCandidate(candidateId);
    await dynamodb('sendAssignment').insert({ ...stored });
    const link = /https:\/\/api\.example\.com(\S+)/.exec((await mails())[0]?.text ?? '')?.[1] ?? '';
    const opened = await http.get(link);
    expect(opened.statusCode).toBe(302);
    expect(opened.headers.location).toContain('/assignment2.zip?');
  });
});
