import { ownPrefix } from './own-prefix.ts';
import type { Scope } from './reconciler.ts';
import { join, pseudo, type Value } from './value.ts';

/** Patterns of the ARNs that an app's resources have in one stage, whatever they are called in it. */
export interface OwnArns {
  /**
   * Of the app's account and region: `arn:…:sqs:…:shop-dev-*`.
   *
   * @param limit characters that AWS allows a name of the kind.
   */
  named(service: string, before: string, limit: number, after?: string): Value;
  /** Of something of which an app has one in a stage: `…:schedule-group/shop-dev`. */
  single(service: string, before: string, limit: number, after?: string): Value;
  /** Of anything in the app's account and region. */
  regional(service: string, rest: string): Value;
  /** `arn:…:apigateway:…::/apis`: it names no account, and ids are AWS's own. */
  api(path: string): Value;
  readonly role: Value;
  readonly policy: Value;
  readonly bucket: Value;
  /** What is too large for a call goes through it. */
  readonly codeBucket: Value;
}

/** Characters of a role's name before its path's hash and its region. */
const ROLE_STEM = 64 - 16 - 7;
/** Characters of a bucket's name before its account and region. */
const BUCKET_STEM = 34;

/** The patterns of one app in one stage, whose roles stand in a path. */
export function ownArns(scope: Pick<Scope, 'app' | 'stage'>, rolePath = '/'): OwnArns {
  const arn = (...rest: readonly Value[]) => join('arn:', pseudo('partition'), ':', ...rest);
  const regional = (service: string, name: string) =>
    arn(`${service}:`, pseudo('region'), ':', pseudo('accountId'), `:${name}`);
  const iam = (kind: 'role' | 'policy') => {
    const name = `${kind}${rolePath}${ownPrefix(scope, ROLE_STEM)}*-`;
    return arn('iam::', pseudo('accountId'), `:${name}`, pseudo('region'));
  };
  const stem = ownPrefix(scope, BUCKET_STEM).toLowerCase().replaceAll('_', '-');
  return {
    regional,
    named: (service, before, limit, after = '') =>
      regional(service, `${before}${ownPrefix(scope, limit)}*${after}`),
    single: (service, before, limit, after = '') => {
      const whole = `${scope.app}-${scope.stage}`;
      const name = whole.length <= limit ? whole : `${ownPrefix(scope, limit)}*`;
      return regional(service, `${before}${name}${after}`);
    },
    api: (path) => arn('apigateway:', pseudo('region'), `::${path}`),
    role: iam('role'),
    policy: iam('policy'),
    bucket: arn(`s3:::${stem}*-`, pseudo('accountId'), '-', pseudo('region')),
    codeBucket: arn('s3:::tankard-code-', pseudo('accountId'), '-', pseudo('region')),
  };
}
