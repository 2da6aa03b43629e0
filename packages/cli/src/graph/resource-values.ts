import type { Manifest, ResourceDeclaration, ResourceRef } from '@tankard/framework/manifest';
import { parameter, ref, type Value } from '../resources/value.ts';
import { arnOf } from './arn.ts';
import { type Existing, existingResource } from './existing.ts';
import type { Names } from './names.ts';

/** What stands for a declared resource in another one, in a policy and in the environment. */
export interface ResourceValues {
  name(resource: ResourceRef): Value;
  /** A bucket's is spelled out and not a reference: a bucket waits for the functions that it calls. */
  arn(resource: ResourceRef): Value;
  /** A queue's URL, a secret's id as GetSecretValue takes it, a parameter's value; else the name. */
  address(resource: ResourceRef): Value;
  /** Of a table. */
  streamArn(resource: ResourceRef): Value;
}

/**
 * Looks up the values of the app's resources.
 * @throws Error for a resource that the manifest does not list: `describe` lists all that are named.
 */
export function resourceValues(manifest: Manifest, names: Names): ResourceValues {
  const declared = new Map(manifest.resources.map((one) => [`${one.kind}:${one.name}`, one]));
  const find = ({ kind, name }: ResourceRef): ResourceDeclaration => {
    const declaration = declared.get(`${kind}:${name}`);
    if (!declaration) throw new Error(`The manifest names the ${kind} '${name}' and does not list it.`);
    return declaration;
  };
  const pick = (resource: ResourceRef, from: keyof Omit<Existing, 'parameters'>): Value => {
    const declaration = find(resource);
    if (declaration.existing === undefined) return own(declaration, names)[from];
    return existingResource(declaration, declaration.existing)[from];
  };
  return {
    name: (resource) => pick(resource, 'name'),
    arn: (resource) => pick(resource, 'arn'),
    address: (resource) => pick(resource, 'address'),
    streamArn: (resource) => pick(resource, 'streamArn'),
  };
}

type Own = Omit<Existing, 'parameters'>;

function own({ kind, name }: ResourceDeclaration, names: Names): Own {
  if (kind === 'parameter') {
    const value = parameter(name);
    return { name: value, arn: value, address: value, streamArn: value };
  }
  if (kind === 'bucket') {
    const bucket = names.bucket(name);
    return { name: bucket, arn: arnOf('bucket', bucket), address: bucket, streamArn: bucket };
  }
  const id = `${kind}:${name}` as const;
  const arn = ref(id, 'arn');
  const called = ref(id, 'name');
  const address = kind === 'queue' ? ref(id, 'url') : kind === 'secret' ? arn : called;
  return { name: called, arn, address, streamArn: ref(id, 'streamArn') };
}
