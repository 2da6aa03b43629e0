import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { Engines } from '@tankard/cli/local';
import { S3Event } from '@tankard/framework';
import { createTestClient, s3Event, testContext } from '@tankard/framework/testing';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Assignments, app } from '../src/app.ts';
import type { AssignmentChange } from '../src/assignment-change.ts';
import { addCandidate } from '../src/candidate-store.ts';
import { startRecruiting } from './start-recruiting.ts';

const client = createTestClient(app);
const { http } = client;

let engines: Engines;
let storage: S3Client;
beforeAll(async () => {
  engines = await startRecruiting();
  storage = new S3Client({});
});
afterAll(() => engines.close());

const candidate = (experience: number) =>
  addCandidate({ fullname: 'Ann', email: 'ann@example.com', skills: 'Go', experience });

describe('GET /assignments/{token}', () => {
  it.each([
    [3, 'assignment1.zip'],
    [7, 'assignment2.zip'],
    [12, 'assignment3.zip'],
  ])('leads a candidate with %d years to %s, by a URL that holds for five minutes', async (years, name) => {
    await storage.send(new PutObjectCommand({ Bucket: 'assignments', Key: name, Body: `this is ${name}` }));
    const { assignmentToken } = await candidate(years);

    const response = await http.get(`/assignments/${assignmentToken}`);
    expect(response.statusCode).toBe(302);
    expect(response.headers['cache-control']).toBe('no-store');
    const url = response.headers.location ?? '';
    expect(new URL(url).searchParams.get('X-Amz-Expires')).toBe('300');
    expect(await (await fetch(url)).text()).toBe(`this is ${name}`);
  });

  it('answers 404 to a token that is not the one of its candidate', async () => {
    const { id, assignmentToken } = await candidate(3);
    const other = await candidate(3);
    const wrong = [
      id,
      `${id}.`,
      `${id}.guess`,
      `${assignmentToken}x`,
      'nobody.guess',
      '.',
      other.assignmentToken.replace(other.id, id),
    ];
    for (const token of wrong) {
      expect((await http.get(`/assignments/${token}`)).statusCode, token).toBe(404);
    }
  });

  it('gives each candidate a token that shares nothing but its form with another', async () => {
    const [one, other] = [await candidate(3), await candidate(3)];
    expect(one.assignmentToken.split('.')[1]).not.toBe(other.assignmentToken.split('.')[1]);
  });
});

describe('POST /assignments/{name}', () => {
  it('answers with a URL that the assignment can be PUT to', async () => {
    const response = await http.post('/assignments/assignment1.zip');
    expect(response.statusCode).toBe(200);
    const { url, method, expiresIn } = response.json<{ url: string; method: string; expiresIn: number }>();
    expect({ method, expiresIn }).toEqual({ method: 'PUT', expiresIn: 300 });
    // A checksum in the URL would be that of an empty body: S3 would refuse every upload.
    expect(url).not.toContain('checksum');

    expect((await fetch(url, { method, body: 'a new assignment' })).status).toBe(200);
    const stored = await storage.send(
      new GetObjectCommand({ Bucket: 'assignments', Key: 'assignment1.zip' }),
    );
    expect(await stored.Body?.transformToString()).toBe('a new assignment');
  });

  it.each(['assignment1.tar', '.zip', 'a%2Fb.zip', '..%2Fa.zip'])('refuses the name %s', async (name) => {
    expect((await http.post(`/assignments/${name}`)).statusCode).toBe(400);
  });
});

describe('an upload', () => {
  it('is announced to the topic', async () => {
    const announced: AssignmentChange[] = [];
    const assignments = new Assignments({ announce: async (change) => void announced.push(change) });
    for (const record of s3Event('assignment 1.zip', { size: 12 }).Records) {
      await assignments.onAssignmentUploaded(new S3Event(record, testContext()));
    }
    expect(announced).toEqual([
      { name: 'assignment 1.zip', size: 12, uploadedAt: expect.stringMatching(/^\d{4}-.*Z$/) },
    ]);
  });
});

describe('a change', () => {
  const change: AssignmentChange = {
    name: 'assignment1.zip',
    size: 12,
    uploadedAt: '2026-05-06T07:08:09.000Z',
  };

  it('is logged by who listens to the topic', async () => {
    const logged = vi.spyOn(app.log, 'info');
    await client.sns('onAssignmentChange').publish(change);
    expect(logged).toHaveBeenCalledWith('Assignment changed', change);
  });

  it('is refused by who listens to the topic where it is no change', async () => {
    await expect(client.sns('onAssignmentChange').publish({ name: 'assignment1.zip' })).rejects.toThrow(
      'size',
    );
  });

  it('is audited from the queue, and a message that is none fails alone', async () => {
    const logged = vi.spyOn(app.log, 'info');
    const outcome = await client.sqs('audit').sendBatch([
      { body: change, messageId: 'good' },
      { body: 'nonsense', messageId: 'bad' },
    ]);
    expect(outcome.answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'bad' }] });
    expect(logged).toHaveBeenCalledWith('Audited', { messageId: 'good', ...change });
  });
});
