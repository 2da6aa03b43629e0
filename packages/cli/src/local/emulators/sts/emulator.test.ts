import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { expect, onTestFinished, test } from 'vitest';
import { startEngines } from '../../engines.ts';

test('a function is the role that it has assumed, anybody else a user', async () => {
  const engines = await startEngines();
  onTestFinished(() => engines.close());
  engines.sts.setFunctions(new Map([['work', { role: 'app-local-work', physicalName: 'app-local-work' }]]));
  const identity = (accessKeyId: string) => {
    const credentials = { accessKeyId, secretAccessKey: 'local' };
    const client = new STSClient({ endpoint: engines.endpoint, region: 'us-east-1', credentials });
    return client.send(new GetCallerIdentityCommand({}));
  };
  expect(await identity('local')).toMatchObject({
    Account: '000000000000',
    Arn: 'arn:aws:iam::000000000000:user/local',
  });
  expect(await identity(engines.callers.admit('work').accessKeyId)).toMatchObject({
    Arn: 'arn:aws:sts::000000000000:assumed-role/app-local-work/app-local-work',
    UserId: expect.stringMatching(/:app-local-work$/),
  });

  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new STSClient({ endpoint: engines.endpoint, region: 'us-east-1', credentials });
  const assume = new AssumeRoleCommand({ RoleArn: 'arn:aws:iam::000000000000:role/a', RoleSessionName: 'b' });
  await expect(client.send(assume)).rejects.toThrow("tankard local's STS has no operation AssumeRole.");
});
