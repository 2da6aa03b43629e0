import { expect, test } from 'vitest';
import { rightsOf } from './rights-of.ts';

const REALM = { region: 'eu-west-1', account: '000000000000' };
const role = 'arn:aws:iam::000000000000:role/scheduler';
const asked = (client: string, operation: string, input: object) =>
  rightsOf({ client: `@aws-sdk/client-${client}`, operation, input: { ...input } }, REALM);

test('a role that is handed to a service is what may be passed', async () => {
  const Target = { Arn: 'arn:aws:lambda:eu-west-1:000000000000:function:a', RoleArn: role };
  expect(await asked('scheduler', 'CreateSchedule', { Name: 'once', Target })).toEqual([
    {
      action: 'scheduler:CreateSchedule',
      resource: 'arn:aws:scheduler:eu-west-1:000000000000:schedule/default/once',
      context: {},
    },
    { action: 'iam:PassRole', resource: role, context: {} },
  ]);
});

test('without a role there is nothing to pass', async () => {
  const rights = await asked('scheduler', 'CreateSchedule', { Name: 'once' });
  expect(rights.map(({ action }) => action)).toEqual(['scheduler:CreateSchedule']);
});
