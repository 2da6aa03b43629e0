import { needs, type Rules } from '../rule.ts';

/** https://docs.aws.amazon.com/lambda/latest/dg/API_Invoke.html */
export const lambda: Rules = {
  GetLayerVersionByArn: needs('lambda:GetLayerVersion'),
  Invoke: needs('lambda:InvokeFunction'),
  InvokeWithResponseStream: needs('lambda:InvokeFunction'),
};

const connections = needs('execute-api:ManageConnections');

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-control-access-iam.html */
export const connectionsApi: Rules = {
  DeleteConnection: connections,
  GetConnection: connections,
  PostToConnection: connections,
};

/** https://docs.aws.amazon.com/bedrock/latest/userguide/inference-prereq.html */
export const bedrockRuntime: Rules = {
  Converse: needs('bedrock:InvokeModel'),
  ConverseStream: needs('bedrock:InvokeModelWithResponseStream'),
  StartAsyncInvoke: needs('bedrock:InvokeModel'),
};
