import { randomUUID } from 'node:crypto';
import type { JsonOperations } from '../../endpoint/json-operations.ts';
import { ServiceError } from '../../endpoint/service-error.ts';
import { LOCAL_FILE } from '../../local-file/local-file.ts';
import { type SecretVersion, type StoredSecret, withVersion } from './secret.ts';
import type { Secrets } from './secrets.ts';

interface OfSecret {
  readonly SecretId: string;
}

export interface SecretValue {
  readonly ClientRequestToken?: string;
  readonly SecretString?: string;
  /** Base64. */
  readonly SecretBinary?: string;
  readonly VersionStages?: readonly string[];
}

/** https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetSecretValue.html */
export const valueOperations = (secrets: Secrets, now: () => number): JsonOperations => ({
  GetSecretValue(input: OfSecret & { VersionId?: string; VersionStage?: string }) {
    const secret = live(secrets.get(input.SecretId));
    const { VersionId, VersionStage = VersionId === undefined ? 'AWSCURRENT' : undefined } = input;
    const version = secret.versions.find(
      ({ id, stages }) =>
        (VersionId === undefined || id === VersionId) &&
        (VersionStage === undefined || stages.includes(VersionStage)),
    );
    if (!version) throw noValue(secrets.calledByApp(secret.name), secret, VersionStage ?? VersionId ?? '');
    return {
      ARN: secret.arn,
      Name: secret.name,
      VersionId: version.id,
      SecretString: version.text,
      SecretBinary: version.binary,
      VersionStages: version.stages,
      CreatedDate: version.created / 1000,
    };
  },
  PutSecretValue({ SecretId, ...value }: OfSecret & SecretValue) {
    const secret = live(secrets.get(SecretId));
    const version = versionOf(value, now());
    secrets.put({ ...secret, versions: withVersion(secret.versions, version), changed: now() });
    return { ARN: secret.arn, Name: secret.name, VersionId: version.id, VersionStages: version.stages };
  },
});

/** @throws ServiceError InvalidRequestException for one that is marked for deletion. */
export function live(secret: StoredSecret): StoredSecret {
  if (secret.deleted === undefined) return secret;
  throw new ServiceError(
    'InvalidRequestException',
    "You can't perform this operation on the secret because it was marked for deletion.",
  );
}

export function versionOf(value: SecretValue, now: number): SecretVersion {
  const { ClientRequestToken: id = randomUUID(), VersionStages: stages = ['AWSCURRENT'] } = value;
  const { SecretString: text, SecretBinary: binary } = value;
  if ((text === undefined) === (binary === undefined))
    throw new ServiceError(
      'InvalidParameterException',
      'You must provide either SecretString or SecretBinary.',
    );
  return { id, text, binary, stages, created: now };
}

function noValue(name: string, { versions }: StoredSecret, wanted: string): ServiceError {
  const message = `Secrets Manager can't find the specified secret value for staging label: ${wanted}`;
  const remedy = ` (tankard local: write "secrets": { "${name}": "…" } into ${LOCAL_FILE}, or call PutSecretValue)`;
  return new ServiceError('ResourceNotFoundException', message + (versions.length === 0 ? remedy : ''));
}
