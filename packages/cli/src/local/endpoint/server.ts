import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { Callers } from '../callers/callers.ts';
import type { Emulator } from '../emulators/emulator.ts';
import type { Guard } from '../permissions/guard.ts';
import { serveBothVersions, type Upgrade } from './both-versions.ts';
import { CONTROL_PATH } from './control-path.ts';
import { listen } from './listen.ts';
import type { AwsRequest, AwsResponse } from './message.ts';
import { readRequest } from './read-request.ts';
import { refuse } from './refusal.ts';
import { accessKeyOf, operationOf, serviceOf } from './service.ts';

export interface EndpointOptions {
  /** The first port that is tried; the next free one is taken. 0: any. */
  readonly port: number;
  readonly emulators: readonly Emulator[];
  /** Answers for every other service; without, they are refused by name. */
  readonly others?: ((request: AwsRequest) => Promise<AwsResponse>) | undefined;
  readonly callers: Callers;
  /** Takes those who ask for a WebSocket. */
  readonly upgrade?: Upgrade | undefined;
  /** Refuses what is not allowed; without, everything is. */
  readonly guard?: Guard | undefined;
  /** Answers what comes in below {@link CONTROL_PATH}. */
  readonly control?: ((request: AwsRequest) => Promise<AwsResponse>) | undefined;
}

export interface Endpoint {
  readonly port: number;
  /** `http://127.0.0.1:4566`. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * One loopback server that speaks the protocols of all emulated services, over HTTP/1 and HTTP/2. Signatures are not verified. What no emulator
 * knows is answered with an error of AWS's shape that names the service and the operation.
 */
export async function startEndpoint(options: EndpointOptions): Promise<Endpoint> {
  const byService = new Map(
    options.emulators.flatMap((emulator) => emulator.services.map((name) => [name, emulator])),
  );

  async function answer(request: AwsRequest): Promise<AwsResponse> {
    if (options.control && request.path.startsWith(CONTROL_PATH)) return options.control(request);
    const service = serviceOf(request);
    const { guard, others } = options;
    const handle = byService.get(service)?.handle ?? others;
    if (handle && guard) return guard(request, () => handle(request));
    if (handle) return handle(request);
    const message = `tankard local does not emulate ${service} (${operationOf(request)}).`;
    return refuse(request, { code: 'NotImplemented', message, status: 501 });
  }

  function onRequest(incoming: IncomingMessage, outgoing: ServerResponse): void {
    readRequest(incoming)
      .then(async (read) => {
        const gone = new AbortController();
        outgoing.once('close', () => gone.abort());
        const caller = options.callers.of(accessKeyOf(read));
        const request = { ...read, caller, gone: gone.signal };
        const response = await answer(request).catch((error: unknown) =>
          refuse(request, {
            code: 'InternalFailure',
            message: `tankard local: ${String(error)}`,
            status: 500,
          }),
        );
        await send(outgoing, response);
      })
      .catch(() => outgoing.destroy());
  }

  const { server, close } = serveBothVersions(onRequest, options.upgrade);
  const port = await listen(server, options.port);
  return { port, url: `http://127.0.0.1:${port}`, close };
}

async function send(outgoing: ServerResponse, { status, headers, body }: AwsResponse): Promise<void> {
  const bodiless = body === undefined || typeof body === 'string' || Buffer.isBuffer(body);
  outgoing.writeHead(
    status,
    'content-length' in headers || !bodiless
      ? headers
      : { ...headers, 'content-length': Buffer.byteLength(body ?? '') },
  );
  if (bodiless) outgoing.end(body);
  else await pipeline(body, outgoing);
}
