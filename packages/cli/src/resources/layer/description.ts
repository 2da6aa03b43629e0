/**
 * What a version of a layer says of itself. Layers take no tags and a version has no name of its own, so this tells
 * whose it is and what is in it. Lambda takes 256 characters; this is the names' 128 and a hash's 64 at most.
 */
export function layerDescription(app: string, stage: string, digest: string): string {
  return `tankard ${app} ${stage} ${digest}`;
}
