/** One call of an SDK client, as far as its request tells. */
export interface Operation {
  /** The name that the request is signed for: `lambda`, `iam`, `apigateway`. */
  readonly service: string;
  /** AWS's name of the operation, or method and path where the protocol is REST: `PUT /2015-03-31/functions/f/code`. */
  readonly name: string;
  /** Changes something; a POST that starts a handler counts too. */
  readonly mutates: boolean;
}

export interface SeenRequest {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
}

const READS = /^(Get|List|Describe|Head|Filter|BatchGet|Query|Scan|Simulate)/;

/** Tells a call by its protocol: JSON has a header, CBOR a path, Query a form, and REST method and path. */
export function operationOf({ method, path, headers, body }: SeenRequest): Operation {
  const [, service = 'unsigned'] =
    /Credential=[^/]+\/\d+\/[^/]*\/([^/]+)\/aws4_request/.exec(text(headers.authorization)) ?? [];
  const named =
    text(headers['x-amz-target']).split('.').at(-1) ||
    /\/operation\/(\w+)/.exec(path)?.[1] ||
    /(?:^|&)Action=(\w+)/.exec(body)?.[1];
  if (named) return { service, name: named, mutates: !READS.test(named) };
  const [short = ''] = path.split('?');
  return { service, name: `${method} ${short}`, mutates: !['GET', 'HEAD'].includes(method) };
}

function text(header: string | readonly string[] | undefined): string {
  return typeof header === 'string' ? header : (header?.[0] ?? '');
}
