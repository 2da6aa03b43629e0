import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { Engines } from '@tankard/cli/local';
import { describe as manifestOf } from '@tankard/framework/manifest';
import { createTestClient } from '@tankard/framework/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { app } from '../src/app.ts';
import { startRecruiting } from './start-recruiting.ts';

const { http } = createTestClient(app);
const submitted = { fullname: 'Ann Archer', email: 'ann@example.com', skills: ['TypeScript'], experience: 4 };

let engines: Engines;
let database: DynamoDBDocumentClient;
beforeAll(async () => {
  engines = await startRecruiting();
  database = DynamoDBDocumentClient.from(new DynamoDBClient({}));
});
afterAll(() => engines.close());

interface Submitted {
  readonly message: string;
  readonly candidateId: string;
}

interface Refused {
  readonly issues: readonly { readonly path: string }[];
}

describe('POST /candidates', () => {
  it('stores the candidate and answers with the id', async () => {
    const before = Date.now();
    const response = await http.post('/candidates', { json: submitted });
    expect(response.statusCode).toBe(200);
    const { message, candidateId: id } = response.json<Submitted>();
    expect(message).toBe('Sucessfully submitted candidate with email ann@example.com');

    const { Item } = await database.send(new GetCommand({ TableName: 'Candidates', Key: { id } }));
    expect(Item).toEqual({
      ...submitted,
      id: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
      submittedAt: expect.any(Number),
      updatedAt: Item?.submittedAt,
      assignmentToken: expect.stringMatching(new RegExp(`^${id}\\.[\\w-]{43}$`)),
    });
    expect(Item?.submittedAt).toBeGreaterThanOrEqual(before);
  });

  it('takes skills as a text too', async () => {
    const response = await http.post('/candidates', { json: { ...submitted, skills: 'Java, SQL' } });
    expect(response.statusCode).toBe(200);
  });

  it('names each wrong field, and stores nothing', async () => {
    const count = async () => (await database.send(new ScanCommand({ TableName: 'Candidates' }))).Count;
    const before = await count();
    const response = await http.post('/candidates', {
      json: { fullname: ' ', email: 'ann', skills: [], experience: 'four' },
    });
    expect(response.statusCode).toBe(400);
    const paths = response.json<Refused>().issues.map(({ path }) => path);
    expect(paths.sort()).toEqual(['email', 'experience', 'fullname', 'skills']);
    expect(await count()).toBe(before);
  });

  it('names every field where there is no body', async () => {
    const response = await http.post('/candidates', { json: {} });
    expect(response.statusCode).toBe(400);
    expect(response.json<Refused>().issues).toHaveLength(4);
  });
});

describe('GET /candidates/{id}', () => {
  it('shows the candidate without the token', async () => {
    const { candidateId } = (await http.post('/candidates', { json: submitted })).json<Submitted>();
    const shown = (await http.get(`/candidates/${candidateId}`)).json();
    expect(shown).toMatchObject({ ...submitted, id: candidateId });
    expect(shown).not.toHaveProperty('assignmentToken');
  });

  it('answers 404 where there is none', async () => {
    expect((await http.get('/candidates/nobody')).statusCode).toBe(404);
  });
});

describe('the app', () => {
  it('lets Lambda be invoked for inserts only, with 30 s and 128 MB', () => {
    const handler = manifestOf(app).handlers.find(({ trigger }) => trigger.source === 'dynamodb');
    expect(handler).toMatchObject({
      name: 'sendAssignment',
      trigger: { filters: [{ eventName: ['INSERT'] }], bisect: true },
      settings: { timeout: 30, memory: 128 },
    });
  });

  it('is called by routes, a table, a bucket, a topic and a queue', () => {
    const sources = manifestOf(app).handlers.map(({ trigger }) => trigger.source);
    expect([...new Set(sources)].sort()).toEqual(['dynamodb', 'route', 's3', 'sns', 'sqs']);
  });
});
