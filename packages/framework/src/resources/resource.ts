import type { Place } from '../errors.ts';
import type { ResourceKind } from '../manifest/types.ts';

/** A declared resource of any kind. */
export interface Resource<K extends ResourceKind = ResourceKind> {
  readonly kind: K;
  /** The name in the code, not the physical one. */
  readonly id: string;
}

/** What is known of a resource beside its name; the manifest is made from it. */
export interface Declared<Options> {
  readonly options: Options;
  /** The name or ARN of one that is there already. */
  readonly existing?: string | undefined;
  readonly place?: Place | undefined;
}

/** What all handles share. A handle knows names only; it calls nothing in AWS. */
export abstract class Handle<K extends ResourceKind, Options> implements Resource<K> {
  abstract readonly kind: K;
  readonly id: string;
  readonly declared: Declared<Options>;

  constructor(id: string, declared: Declared<Options>) {
    this.id = id;
    this.declared = declared;
  }
}

/** The own name of what a name or an ARN means: `Users` of `arn:aws:dynamodb:eu-west-1:1:table/Users/stream/…`. */
export function nameIn(nameOrArn: string): string {
  if (!nameOrArn.startsWith('arn:')) return nameOrArn;
  const [, , service, , , ...rest] = nameOrArn.split(':');
  const resource = rest.join(':');
  if (service === 'dynamodb' || service === 'kinesis') return resource.split('/')[1] ?? resource;
  return resource.split(':').at(-1) ?? resource;
}
