import type { Json, Manifest } from '@tankard/framework/manifest';
import { type Placeholder, placeholder, splitAtPlaceholders } from '@tankard/framework/rules';
import type { ResolvedConfig } from '../config/resolved.ts';
import { join, type Value } from '../resources/value.ts';
import { apiUrl } from './lower/api.ts';
import { socketUrl, WEBSOCKET } from './lower/websocket.ts';
import type { ResourceValues } from './resource-values.ts';

/** Puts values where the app, while it was loaded, read placeholders for names, ARNs and URLs. */
export interface Placeholders {
  text(text: string): Value;
  /** Every text in it; keys stay as they are. */
  json(json: Json): Value;
}

/** What is no resource of the app stays as it stands: a text of the configuration may have braces of its own. */
export function placeholdersOf(
  manifest: Manifest,
  config: Pick<ResolvedConfig, 'api' | 'domain'>,
  values: ResourceValues,
): Placeholders {
  const url = apiUrl(manifest, config);
  const declared = new Set(manifest.resources.map(({ kind, name }) => `${kind}:${name}`));
  const filledBy = ({ kind, name, attribute }: Placeholder): Value => {
    const asItStands = placeholder(kind, name, attribute);
    if (kind === 'url') return (name === WEBSOCKET ? socketUrl(manifest) : url) ?? asItStands;
    if (!declared.has(`${kind}:${name}`)) return asItStands;
    const resource = { kind, name };
    if (attribute !== undefined) return values[attribute](resource);
    return kind === 'topic' ? values.arn(resource) : values.address(resource);
  };
  const text = (whole: string): Value => {
    const pieces = splitAtPlaceholders(whole).map((piece) =>
      typeof piece === 'string' ? piece : filledBy(piece),
    );
    const [first = '', ...more] = pieces;
    return more.length === 0 ? first : join(first, ...more);
  };
  const json = (part: Json): Value => {
    if (typeof part === 'string') return text(part);
    if (typeof part !== 'object' || part === null) return part;
    if (isList(part)) return part.map(json);
    return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, json(inner)]));
  };
  return { text, json };
}

const isList = (json: Json): json is readonly Json[] => Array.isArray(json);
