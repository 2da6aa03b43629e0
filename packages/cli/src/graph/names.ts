import { createHash } from 'node:crypto';
import { join, pseudo, type Value } from '../resources/value.ts';
import { physicalName } from './physical-name.ts';

/** What AWS allows, in characters, from the `Create…` call of each kind. */
const LIMITS = {
  function: 64,
  'http-api': 128,
  'websocket-api': 128,
  'rest-api': 128,
  'schedule-group': 64,
  schedule: 64,
  rule: 64,
  table: 255,
  queue: 80,
  topic: 256,
  stream: 128,
  secret: 512,
  layer: 140,
  // No page says how long they may be; what we call them stays well below what others were seen to take.
  'api-key': 128,
  'usage-plan': 128,
} as const;

export type NamedKind = keyof typeof LIMITS;

/** A bucket's 63 characters less `-`, 12 digits of account, `-` and the longest region (`us-isof-south-1`). */
const BUCKET_STEM = 63 - 13 - 16;
/** A role's 64 characters less `-` and the longest region. */
const ROLE_STEM = 64 - 16;

/** What the app's resources are called in AWS: `<app>-<stage>-<name>`, the same in a deploy and in a template. */
export interface Names {
  of(kind: NamedKind, name: string, ending?: string): string;
  /** Of something of which an app has one in a stage: `<app>-<stage>`. */
  single(kind: NamedKind): string;
  /** In lower case, with account and region: bucket names are one space for all of AWS. */
  bucket(name: string): Value;
  /**
   * Of a role or a managed policy, with the region: IAM is one for all regions. IAM moves nothing to another path and
   * takes a name once in all paths, so a path's hash is part of the name: what moves is made anew before the old one goes.
   */
  iam(name: string): Value;
}

/** The names of one app in one stage, whose roles stand in a path. */
export function namesOf(app: string, stage: string, rolePath = '/'): Names {
  const stem = `${app}-${stage}`;
  return {
    of: (kind, name, ending) => physicalName(`${stem}-${name}`, LIMITS[kind], ending),
    single: (kind) => physicalName(stem, LIMITS[kind]),
    bucket: (name) => {
      const lower = `${stem}-${name}`.toLowerCase().replaceAll('_', '-');
      return join(physicalName(lower, BUCKET_STEM), '-', pseudo('accountId'), '-', pseudo('region'));
    },
    iam: (name) =>
      join(physicalName(`${stem}-${name}`, ROLE_STEM, pathEnding(rolePath)), '-', pseudo('region')),
  };
}

function pathEnding(path: string): string {
  return path === '/' ? '' : `-${createHash('sha256').update(path).digest('hex').slice(0, 6)}`;
}
