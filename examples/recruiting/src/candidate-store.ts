import { randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Candidate, NewCandidate } from './candidate.ts';
import { candidates } from './service.ts';

const database = DynamoDBDocumentClient.from(new DynamoDBClient({}));

/** Stores a new candidate under a random id, with the token of the assignment. */
export async function addCandidate(submitted: NewCandidate): Promise<Candidate> {
  const id = randomUUID();
  const now = Date.now();
  const assignmentToken = `${id}.${randomBytes(32).toString('base64url')}`;
  const candidate = { ...submitted, id, submittedAt: now, updatedAt: now, assignmentToken };
  await database.send(new PutCommand({ TableName: candidates.name, Item: candidate }));
  return candidate;
}

/** The candidate of an id, where there is one. */
export async function findCandidate(id: string): Promise<Candidate | undefined> {
  const { Item } = await database.send(new GetCommand({ TableName: candidates.name, Key: { id } }));
  return Item as Candidate | undefined;
}

/** The candidate whom a token belongs to: it begins with the id, so that no index over secrets is needed. */
export async function findByToken(token: string): Promise<Candidate | undefined> {
  const [id] = token.split('.', 1);
  const candidate = id ? await findCandidate(id) : undefined;
  return candidate && isSame(candidate.assignmentToken, token) ? candidate : undefined;
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
