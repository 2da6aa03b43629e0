import { settingPlace } from '../../config/setting-place.ts';
import { type NodeId, ref } from '../../resources/value.ts';
import { makeNode } from '../make-node.ts';
import type { AnyNode } from '../node.ts';
import { API } from './api.ts';
import { domainUrl, mappingName, ownerId } from './domain-names.ts';
import type { Lowering } from './lowering.ts';

/** The API's own name: the name itself unless it is there already, what stands below its path, and the record that leads there. */
export function lowerDomain({ config }: Lowering): readonly AnyNode[] {
  const { api: kind, domain, stage } = config;
  if (!domain || kind === 'function-url') return [];
  const { name, certificate, basePath: path = '', hostedZone } = domain;
  const edge = domain.endpoint === 'edge';
  const extra = { place: settingPlace(config, 'domain') };
  const owner = ownerId(domain);
  const domainName = owner ? ref(owner, 'name') : name;
  const stageOf: NodeId = kind === 'rest' ? `rest-deployment:${API}` : `http-api:${API}`;
  const mapping = {
    ...{ domainName, api: ref(`${kind}-api:${API}`, 'id'), stageOf, path, url: domainUrl(domain) },
    stage: kind === 'rest' ? stage : '$default',
  };
  return [
    ...(certificate
      ? [makeNode(edge ? 'edge-domain' : 'domain', name, { domainName: name, certificate }, extra)]
      : []),
    makeNode(edge ? 'edge-mapping' : 'domain-mapping', mappingName(domain), mapping, {
      ...extra,
      dependsOn: [stageOf],
    }),
    ...(hostedZone && owner
      ? [
          makeNode(
            'dns-record',
            name,
            { domainName: name, hostedZone, target: ref(owner, 'target'), targetZone: ref(owner, 'zone') },
            extra,
          ),
        ]
      : []),
  ];
}
