import {
  BadRequestError,
  type DynamoDBRecord,
  NotFoundError,
  type RouteRequest,
  reply,
  type S3Event,
  type SnsMessage,
  type SqsMessage,
} from '@tankard/framework';
import { Announcer } from './announcer.ts';
import { AssignmentChange } from './assignment-change.ts';
import { type Candidate, NewCandidate } from './candidate.ts';
import { addCandidate, findByToken, findCandidate } from './candidate-store.ts';
import { Mailer } from './mailer.ts';
import { app, assignmentChanges, assignments, auditQueue, candidates } from './service.ts';
import { downloadUrl, URL_LIFETIME, uploadUrl } from './signed-urls.ts';
import { suitableAssignment } from './suitable-assignment.ts';

export { app };

export class Candidates {
  constructor(private readonly mailer: Pick<Mailer, 'sendAssignment'> = new Mailer()) {}

  @app.route('POST /candidates', { body: NewCandidate })
  async submit(req: RouteRequest<'POST /candidates', NewCandidate>) {
    const { id, email } = await addCandidate(req.body);
    return { message: `Sucessfully submitted candidate with email ${email}`, candidateId: id };
  }

  @app.route('GET /candidates/{id}')
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

  @app.route('GET /assignments/{token}')
  async download(req: RouteRequest<'GET /assignments/{token}'>) {
    const candidate = await findByToken(req.params.token);
    if (!candidate) throw new NotFoundError('There is no such assignment');
    const location = await downloadUrl(suitableAssignment(candidate.experience));
    return reply(302, '', { location, 'cache-control': 'no-store' });
  }

  @app.route('POST /assignments/{name}')
  async upload(req: RouteRequest<'POST /assignments/{name}'>) {
    const { name } = req.params;
    if (!/^[\w-]+\.zip$/.test(name))
      throw new BadRequestError(`${name} is not a name such as assignment1.zip`);
    return { url: await uploadUrl(name), method: 'PUT', expiresIn: URL_LIFETIME };
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
