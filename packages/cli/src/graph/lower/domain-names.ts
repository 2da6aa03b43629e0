import type { DomainConfig } from '@tankard/framework/config';
import { type NodeId, ref, type Value } from '../../resources/value.ts';

/** `https://api.example.com/orders`. */
export const domainUrl = ({ name, basePath }: DomainConfig): string =>
  `https://${name}${basePath ? `/${basePath}` : ''}`;

/** What is known once the API can be called by its own name. */
export const mappedUrl = (domain: DomainConfig): Value =>
  ref(`${domain.endpoint === 'edge' ? 'edge-mapping' : 'domain-mapping'}:${mappingName(domain)}`, 'url');

/** The node of a name that is made here. */
export const ownerId = ({ name, certificate, endpoint }: DomainConfig): NodeId | undefined =>
  certificate === undefined ? undefined : `${endpoint === 'edge' ? 'edge-domain' : 'domain'}:${name}`;

/** Another path is another node, so that it is made before the old one goes. */
export const mappingName = ({ name, basePath }: DomainConfig): string =>
  basePath ? `${name}/${basePath}` : name;
