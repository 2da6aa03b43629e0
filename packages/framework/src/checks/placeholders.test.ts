import { beforeEach, expect, test, vi } from 'vitest';
import { App } from '../index.ts';
import { codesOf, problemsOf } from './testing/problems-of.ts';

beforeEach(() => {
  vi.stubEnv('TANKARD_LOADING', '1');
  return () => vi.unstubAllEnvs();
});

test('names, ARNs and URLs may stand in environment, permissions, patterns and filters', () => {
  const codes = codesOf((app) => {
    const uploads = app.bucket('Uploads');
    const news = app.topic('News');
    app.queue('Jobs', { from: news, filter: { bucket: [uploads.name] } });
    const queue = app.queue('Mails');
    const environment = { BUCKET: uploads.name, LINK: `${app.url}/files` };
    const permissions = [
      {
        actions: ['s3:GetObject'],
        resources: [`${uploads.arn}/public/*`],
        conditions: { StringEquals: { 'aws:SourceArn': news.arn } },
      },
    ];
    app.route('GET /', { name: 'files', environment, permissions }, () => 1);
    app.onEvent({ detail: { bucket: { name: [uploads.name] } } }, { name: 'stored' }, () => 1);
    app.onSqsMessage(queue, { name: 'mail', filter: { body: { from: [news.name] } } }, () => 1);
  });
  expect(codes).toEqual([]);
});

test('a text that AWS has to know beforehand holds none', () => {
  const problems = problemsOf((app) => {
    const uploads = app.bucket('Uploads');
    const when = app.parameter('When');
    app.schedule(
      when.value as 'rate(1 hour)',
      { name: 'tick', description: `Cleans ${uploads.name}` },
      () => 1,
    );
  });
  expect(problems.filter(({ code }) => code === 'PLACEHOLDER_MISPLACED')).toMatchObject([
    {
      message: "'expression' is made of the parameter 'When', which is not known before the app is deployed.",
      subject: 'export tick',
    },
    {
      message:
        "'description' is made of the bucket 'Uploads', which is not known before the app is deployed.",
    },
  ]);
});

test('a name that stands for a resource itself is refused, with the remedy to hand over the resource', () => {
  const [problem] = problemsOf((app) => {
    app.onSnsMessage(app.topic('News').arn, { name: 'read' }, () => 1);
  });
  expect(problem).toMatchObject({
    code: 'PLACEHOLDER_MISPLACED',
    message: expect.stringContaining("topic 'News'"),
  });
  expect(problem?.remedy).toContain('hand over the resource itself');
});

test('the name of a variable cannot be the name of a resource', () => {
  const codes = codesOf((app) =>
    app.lambda({ name: 'work', environment: { [app.bucket('Uploads').name]: 'yes' } }, () => 1),
  );
  expect(codes).toEqual(['PLACEHOLDER_MISPLACED']);
});

test('a resource of another app is not known', () => {
  const other = new App('other').table('Orders', { partitionKey: 'id' });
  const problems = problemsOf((app) =>
    app.lambda({ name: 'work', environment: { TABLE: other.name } }, () => 1),
  );
  expect(problems).toMatchObject([
    {
      code: 'PLACEHOLDER_UNKNOWN',
      message: "'environment.TABLE' is made of the table 'Orders', which this app does not declare.",
      remedy: expect.stringContaining("app.table('Orders')"),
    },
  ]);
});
