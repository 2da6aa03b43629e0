import type { ResourceKind, ResourceRef } from '../manifest/types.ts';
import type { Resource } from '../resources/resource.ts';

/** Names a resource in the manifest; a bare name or ARN gets an entry of its own there, as an existing one. */
export type Refer = <K extends ResourceKind>(kind: K, target: Resource<K> | string) => ResourceRef<K>;
