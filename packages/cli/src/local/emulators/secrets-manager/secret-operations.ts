import { randomBytes } from 'node:crypto';
import type { JsonOperations } from '../../endpoint/json-operations.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { type StoredSecret, withVersion } from './secret.ts';
import type { Secrets } from './secrets.ts';
import { live, type SecretValue, versionOf } from './value-operations.ts';

interface OfSecret {
  readonly SecretId: string;
}

interface Described {
  readonly Description?: string;
}

const DAY = 86_400;

/** https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_Operations.html */
export const secretOperations = (secrets: Secrets, now: () => number): JsonOperations => ({
  CreateSecret(input: { Name: string; Tags?: StoredSecret['tags'] } & Described & SecretValue) {
    const { Name: name, Description: description, Tags: tags = [] } = input;
    const before = secrets.find(name);
    if (before && live(before))
      throw new ServiceError(
        'ResourceExistsException',
        `The operation failed because the secret ${name} already exists.`,
      );
    // AWS's six characters tell a secret from one of the same name that was deleted.
    const arn = `${secrets.arn(name)}-${randomBytes(3).toString('hex')}`;
    const versions = hasValue(input) ? [versionOf(input, now())] : [];
    secrets.put({ name, arn, description, created: now(), changed: now(), versions, tags });
    return { ARN: arn, Name: name, VersionId: versions[0]?.id };
  },
  UpdateSecret(input: OfSecret & Described & SecretValue) {
    const secret = live(secrets.get(input.SecretId));
    const { Description: description = secret.description } = input;
    const added = hasValue(input) ? versionOf(input, now()) : undefined;
    const versions = added ? withVersion(secret.versions, added) : secret.versions;
    secrets.put({ ...secret, description, versions, changed: now() });
    return { ARN: secret.arn, Name: secret.name, VersionId: added?.id };
  },
  DescribeSecret: ({ SecretId }: OfSecret) => described(secrets.get(SecretId)),
  ListSecrets({ IncludePlannedDeletion = false }: { IncludePlannedDeletion?: boolean }) {
    const shown = secrets.all().filter(({ deleted }) => IncludePlannedDeletion || deleted === undefined);
    return { SecretList: shown.map(described) };
  },
  DeleteSecret(input: OfSecret & { ForceDeleteWithoutRecovery?: boolean; RecoveryWindowInDays?: number }) {
    const secret = live(secrets.get(input.SecretId));
    const { ForceDeleteWithoutRecovery = false, RecoveryWindowInDays = 30 } = input;
    if (ForceDeleteWithoutRecovery) secrets.delete(secret);
    else secrets.put({ ...secret, deleted: now() });
    const days = ForceDeleteWithoutRecovery ? 0 : RecoveryWindowInDays;
    return { ARN: secret.arn, Name: secret.name, DeletionDate: now() / 1000 + days * DAY };
  },
  RestoreSecret({ SecretId }: OfSecret) {
    const secret = secrets.get(SecretId);
    secrets.put({ ...secret, deleted: undefined });
    return { ARN: secret.arn, Name: secret.name };
  },
});

const hasValue = ({ SecretString, SecretBinary }: SecretValue) =>
  SecretString !== undefined || SecretBinary !== undefined;

function described({
  name,
  arn,
  description,
  created,
  changed,
  deleted,
  versions,
  tags,
}: StoredSecret): object {
  return {
    ARN: arn,
    Name: name,
    Description: description,
    CreatedDate: created / 1000,
    LastChangedDate: changed / 1000,
    DeletedDate: deleted === undefined ? undefined : deleted / 1000,
    Tags: tags,
    VersionIdsToStages: Object.fromEntries(versions.map(({ id, stages }) => [id, stages])),
    SecretVersionsToStages: Object.fromEntries(versions.map(({ id, stages }) => [id, stages])),
  };
}
