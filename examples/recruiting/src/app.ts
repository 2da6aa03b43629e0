import {
  type DynamoDBRecord,
  NotFoundError,
  type RouteRequest,
  reply,
  type S3Event,
  type SnsMessage,
  type SqsMessage,
} from '@tankard/framework';
import * as z from 'zod';
import { Announcer } from './announcer.ts';
import { AssignmentChange } from './assignment-change.ts';
import { type Candidate, NewCandidate, ShownCandidate, Submitted } from './candidate.ts';
import { addCandidate, findByToken, findCandidate } from './candidate-store.ts';
import { Mailer } from './mailer.ts';
import { app, assignmentChanges, assignments, auditQueue, candidates } from './service.ts';
import { downloadUrl, Upload, UploadName, URL_LIFETIME, uploadUrl } from './signed-urls.ts';
import { suitableAssignment } from './suitable-assignment.ts';

export { app };

export class Candidates {
  constructor(private readonly mailer: Pick<Mailer, 'sendAssignment'> = new Mailer()) {}

  /**
   * Submit a candidate
   *
   * An assignment that suits the experience is mailed to the candidate at once.
   *
   * @returns The candidate is stored.
   */
  @app.route('POST /candidates', { body: NewCandidate, answers: { 200: Submitted } })
  async submit(req: RouteRequest<'POST /candidates', NewCandidate>) {
    const { id, email } = await addCandidate(req.body);
    return { message: `Sucessfully submitted candidate with email ${email}`, candidateId: id };
  }

  /**
   * Show a candidate
   *
   * @throws NotFoundError - There is no such candidate.
   */
  @app.route('GET /candidates/{id}', { answers: { 200: ShownCandidate } })
  async show(req: RouteRequest<'GET /candidates/{id}'>) {
    const candidate = await findCandidate(req.params.id);
    if (!candidate) throw new NotFoundError(`There is no candidate ${req.params.id}`);
    const { assignmentToken, ...shown } = candidate;
    return shown;
  }

  @app.onDynamoDBRecord(candidates, {
    events: ['INSERT'],
    timeout: 30,
    memory: 128,
    batchSize: 10,
  })
  async sendAssignment(record: DynamoDBRecord<Candidate>) {
    const candidate = record.newImage;
    if (!candidate) return;
    await this.mailer.sendAssignment(candidate.email, `${app.url}/assignments/${candidate.assignmentToken}`);
    app.log.info('Assignment sent', { candidate: candidate.id });
  }
}

export class Assignments {
  constructor(private readonly announcer: Pick<Announcer, 'announce'> = new Announcer()) {}

  /**
   * Download an assignment
   *
   * Leads to an address that is good for five minutes.
   *
   * @throws NotFoundError - The token is none that was mailed.
   */
  @app.route('GET /assignments/{token}', { answers: { 302: z.string() } })
  async download(req: RouteRequest<'GET /assignments/{token}'>) {
    const candidate = await findByToken(req.params.token);
    if (!candidate) throw new NotFoundError('There is no such assignment');
    const location = await downloadUrl(suitableAssignment(candidate.experience));
    return reply(302, '', { location, 'cache-control': 'no-store' });
  }

  /**
   * Upload an assignment
   *
   * @returns Where to PUT the file, for five minutes.
   */
  @app.route('POST /assignments/{name}', { params: UploadName, answers: { 200: Upload } })
  async upload(req: RouteRequest<'POST /assignments/{name}', unknown, { params: UploadName }>) {
    return { url: await uploadUrl(req.params.name), method: 'PUT' as const, expiresIn: URL_LIFETIME };
  }

  @app.onS3Event(assignments, { events: ['s3:ObjectCreated:*'], suffix: '.zip' })
  async onAssignmentUploaded(event: S3Event) {
    const change = { name: event.key, size: event.size ?? 0, uploadedAt: event.time.toISOString() };
    app.log.info('Assignment uploaded', change);
    await this.announcer.announce(change);
  }

  @app.onSnsMessage(assignmentChanges, { message: AssignmentChange })
  onAssignmentChange(message: SnsMessage<AssignmentChange>) {
    app.log.info('Assignment changed', { ...message.message });
  }

  @app.onSqsMessage(auditQueue, { body: AssignmentChange })
  audit(message: SqsMessage<AssignmentChange>) {
    app.log.info('Audited', { messageId: message.messageId, ...message.body });
  }
}

app.use(new Candidates());
app.use(new Assignments());
