import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { functionsOf } from '../build/functions.ts';
import { loadApp } from '../build/load/load-app.ts';
import { sliceApp } from '../build/slice/slice-app.ts';
import { resolveConfig } from '../config/resolve-config.ts';
import { readUsage } from './read-usage.ts';
import { statementsFor } from './statements-for.ts';
import { contextOf, shown } from './testing/given.ts';

/** What each function of an example may do, as `action action on resource`, with what could not be seen. */
async function policiesOf(example: string) {
  const project = fileURLToPath(new URL(`../../../../examples/${example}`, import.meta.url));
  const loaded = await loadApp(await resolveConfig({ project }));
  const slices = sliceApp(loaded);
  const context = { ...contextOf(), manifest: loaded.manifest };
  const policies = await Promise.all(
    functionsOf(loaded.manifest).map(async (spec) => {
      const slice = slices.get(spec.name) ?? { function: spec.name, files: new Map(), whole: [] };
      const { statements, notes, problems } = await statementsFor(spec, readUsage(slice, loaded), context);
      expect([...notes, ...problems]).toEqual([]);
      const lines = statements.map(({ actions, resources, conditions }) =>
        [
          ...actions,
          'on',
          ...resources.map(shown),
          ...(conditions ? [`if from ${shown(senderIn(conditions))}`] : []),
        ].join(' '),
      );
      return [spec.name, lines];
    }),
  );
  return Object.fromEntries(policies);
}

const senderIn = (conditions: Readonly<Record<string, Readonly<Record<string, unknown>>>>) =>
  conditions.StringEquals?.['ses:FromAddress'];
const identities = 'arn:{partition}:ses:{region}:{accountId}:identity/*';

describe('the policies of the examples', () => {
  it('let each function of the group mailer do what it does, and nothing else', async () => {
    expect(await policiesOf('group-mailer')).toEqual({
      addSubscriber: ['dynamodb:PutItem on table:Subscribers'],
      listSubscribers: ['dynamodb:Query on table:Subscribers'],
      scheduleMessage: [
        'dynamodb:PutItem on table:ScheduledMessages',
        's3:PutObject s3:PutObjectTagging on bucket:ScheduledMessagesBucket/*',
      ],
      sendScheduledMessages: [
        'dynamodb:Query on table:ScheduledMessages table:Subscribers',
        'dynamodb:UpdateItem on table:ScheduledMessages',
        's3:GetObject on bucket:ScheduledMessagesBucket/*',
        `ses:SendEmail on ${identities} if from {SourceEmail}`,
      ],
    });
  });

  it('let each function of the recruiting app do what it does, and nothing else', async () => {
    expect(await policiesOf('recruiting')).toEqual({
      api: [
        'dynamodb:GetItem dynamodb:PutItem on table:Candidates',
        's3:GetObject s3:PutObject on bucket:Assignments/*',
      ],
      sendAssignment: [`ses:SendEmail on ${identities} if from {SourceEmail}`],
      onAssignmentUploaded: ['sns:Publish on topic:AssignmentChanges'],
      onAssignmentChange: [],
      audit: [],
    });
  });
});
