import { App } from '@tankard/framework';
import type { Candidate } from './candidate.ts';

export const app = new App('recruiting');

export const sourceEmail = app.parameter('SourceEmail');
export const replyToEmail = app.parameter('ReplyToEmail');
export const candidates = app.table<Candidate>('Candidates', { partitionKey: 'id' });
export const assignments = app.bucket('Assignments');
export const assignmentChanges = app.topic('AssignmentChanges');
export const auditQueue = app.queue('Audit', {
  from: assignmentChanges,
  raw: true,
  deadLetter: { maxReceives: 3 },
});
