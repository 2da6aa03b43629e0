import type { Problem } from '@tankard/framework/manifest';
import { problem } from '../errors/problem.ts';
import type { Graph } from '../graph/node.ts';

/** A regional name takes a certificate of its own region; AWS would say so in the middle of a deploy, without the region's name. */
export function domainProblems({ nodes }: Pick<Graph, 'nodes'>, region: string): readonly Problem[] {
  return [...nodes.values()].flatMap((node) => {
    if (node.kind !== 'domain') return [];
    const of = node.model.certificate.split(':')[3] ?? '';
    if (of === region) return [];
    return [
      problem('DOMAIN_CERTIFICATE_REGION', {
        message: `The certificate for '${node.model.domainName}' is one of ${of}, and the app goes to ${region}.`,
        place: node.place,
        subject: node.id,
        remedy: `Request one in ${region}, or import it there: a certificate of ACM stays in its region.`,
      }),
    ];
  });
}
