import { fromEnvironment } from '../resources/environment.ts';
import { installedSdk } from '../resources/installed-sdk.ts';
import type { Connections } from './connection.ts';
import { ConnectionGoneError } from './connection-gone-error.ts';

type Command<Input> = new (input: Input) => object;
interface OfConnection {
  readonly ConnectionId: string;
}

/** The part of `@aws-sdk/client-apigatewaymanagementapi` that is used here. */
export interface ConnectionsSdk {
  readonly ApiGatewayManagementApiClient: new (config: {
    readonly endpoint: string;
  }) => {
    send(command: object): Promise<{
      readonly ConnectedAt?: Date | undefined;
      readonly LastActiveAt?: Date | undefined;
      readonly Identity?:
        | { readonly SourceIp?: string | undefined; readonly UserAgent?: string | undefined }
        | undefined;
    }>;
  };
  readonly PostToConnectionCommand: Command<OfConnection & { readonly Data: string | Uint8Array }>;
  readonly DeleteConnectionCommand: Command<OfConnection>;
  readonly GetConnectionCommand: Command<OfConnection>;
}

const SDK = '@aws-sdk/client-apigatewaymanagementapi';

let bundled: ConnectionsSdk | undefined;

/** Hands over the SDK that a function's bundle holds; the command writes this call where a function speaks to connections. */
export function useConnectionsSdk(sdk: ConnectionsSdk): void {
  bundled = sdk;
}

type Client = InstanceType<ConnectionsSdk['ApiGatewayManagementApiClient']>;
let kept: { readonly endpoint: string; readonly client: Client } | undefined;

/** Connections of the app's WebSocket API, wherever it is: `TANKARD_URL_WEBSOCKET` says it, and never an event, whose domain may be the app's own and have no such paths. */
export const remoteConnections: Connections = {
  async send(id, data) {
    await call(id, ({ PostToConnectionCommand: Post }) => new Post({ ConnectionId: id, Data: data }));
  },
  async close(id) {
    await call(id, ({ DeleteConnectionCommand: Delete }) => new Delete({ ConnectionId: id }));
  },
  async info(id) {
    const told = await call(id, ({ GetConnectionCommand: Get }) => new Get({ ConnectionId: id }));
    const { ConnectedAt = new Date(0), LastActiveAt = ConnectedAt, Identity } = told;
    return {
      connectedAt: ConnectedAt,
      lastActiveAt: LastActiveAt,
      sourceIp: Identity?.SourceIp ?? '',
      userAgent: Identity?.UserAgent ?? '',
    };
  },
};

async function call(id: string, command: (sdk: ConnectionsSdk) => object): ReturnType<Client['send']> {
  const sdk = bundled ?? installedSdk<ConnectionsSdk>(SDK, 'A connection');
  const endpoint = fromEnvironment('url', 'websocket');
  // One client for all sends, so that they share its sockets.
  if (kept?.endpoint !== endpoint)
    kept = { endpoint, client: new sdk.ApiGatewayManagementApiClient({ endpoint }) };
  try {
    return await kept.client.send(command(sdk));
  } catch (error) {
    if (isGone(error)) throw new ConnectionGoneError(id, { cause: error });
    throw error;
  }
}

/** 410; only this exception has it. */
function isGone(error: unknown): boolean {
  const { name, $metadata } = error as { name?: string; $metadata?: { readonly httpStatusCode?: number } };
  return name === 'GoneException' || $metadata?.httpStatusCode === 410;
}
