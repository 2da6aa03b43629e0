import type { ServerResponse } from 'node:http';

/** What the console's server answers. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** Nobody embeds what is answered, guesses its type, or learns elsewhere from which page a link was followed. */
export const SECURE: Readonly<Record<string, string>> = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
};

export function send(
  outgoing: ServerResponse,
  method: string | undefined,
  { status, headers, body }: Reply,
): void {
  outgoing.writeHead(status, { ...headers, 'content-length': body.length });
  outgoing.end(method === 'HEAD' ? undefined : body);
}
