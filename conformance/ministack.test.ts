import { afterAll, beforeAll, describe } from 'vitest';
import { mailerParameters, recruitingParameters } from './app-parameters.ts';
import { packagedApp } from './apps.ts';
import { type MiniStack, startMiniStack } from './engines/ministack.ts';
import { verifySender } from './engines/sent-mails.ts';
import { createStack } from './engines/stack.ts';
import type { DeployedApp } from './walk-throughs/deployed-app.ts';
import { walksThroughGroupMailer } from './walk-throughs/group-mailer.ts';
import { walksThroughRecruiting } from './walk-throughs/recruiting.ts';

let engine: MiniStack;
beforeAll(async () => {
  engine = await startMiniStack();
});
afterAll(() => engine?.stop());

async function stackOf(name: string, parameters: Record<string, string>): Promise<DeployedApp> {
  const app = packagedApp(name);
  const stack = await createStack(app, engine, parameters);
  const [api = ''] = stack.ofType('AWS::ApiGatewayV2::Api');
  return { engine, stem: `${app.name}-${app.stage}`, apiId: stack.physicalId(api) };
}

describe('the group mailer as a stack', () => {
  let app: DeployedApp;
  beforeAll(async () => {
    await verifySender(engine, mailerParameters.SourceEmail);
    app = await stackOf('group-mailer', mailerParameters);
  });
  walksThroughGroupMailer(() => app);
});

describe('the recruiting app as a stack', () => {
  let app: DeployedApp;
  beforeAll(async () => {
    await verifySender(engine, recruitingParameters.SourceEmail);
    app = await stackOf('recruiting', recruitingParameters);
  });
  walksThroughRecruiting(() => app);
});
