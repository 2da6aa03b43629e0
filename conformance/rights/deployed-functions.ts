import { ApiGatewayV2Client, GetApisCommand } from '@aws-sdk/client-apigatewayv2';
import { LambdaClient, paginateListFunctions } from '@aws-sdk/client-lambda';
import type { MiniStack } from '../engines/ministack.ts';
import type { DeployedApp } from '../walk-throughs/deployed-app.ts';

/** The app of a stem that is up in an engine. */
export async function findApp(engine: MiniStack, stem: string): Promise<DeployedApp> {
  const { Items = [] } = await new ApiGatewayV2Client(engine.client).send(new GetApisCommand({}));
  return { engine, stem, apiId: Items.find(({ Name }) => Name?.startsWith(stem))?.ApiId ?? '' };
}

/** The functions of an app, by the names that it gives them. */
export async function deployedFunctions({ engine, stem }: DeployedApp): Promise<readonly string[]> {
  const names: string[] = [];
  for await (const { Functions = [] } of paginateListFunctions(
    { client: new LambdaClient(engine.client) },
    {},
  )) {
    names.push(...Functions.map(({ FunctionName = '' }) => FunctionName));
  }
  return names.filter((name) => name.startsWith(`${stem}-`)).map((name) => name.slice(stem.length + 1));
}
