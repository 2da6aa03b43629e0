import { answerJson } from '../../endpoint/json-operations.ts';
import type { Emulator, EmulatorContext } from '../emulator.ts';
import type { AppSecret } from './secret.ts';
import { secretOperations } from './secret-operations.ts';
import { Secrets } from './secrets.ts';
import { valueOperations } from './value-operations.ts';

/** Secrets Manager: secrets and their versions. Rotation, policies and replicas are refused by name. */
export interface SecretsManagerEmulator extends Emulator {
  /** Takes the secrets that the app declares, in place of those that it declared before. */
  setAppSecrets(secrets: readonly AppSecret[]): void;
}

/** @param texts of secrets, by the name that the app or AWS has for them; what a call sets wins over them. */
export function startSecretsManager(
  context: EmulatorContext,
  texts: Readonly<Record<string, string>>,
): SecretsManagerEmulator {
  const secrets = new Secrets(context, texts);
  const operations = {
    ...secretOperations(secrets, context.time.now),
    ...valueOperations(secrets, context.time.now),
  };
  return {
    services: ['secretsmanager'],
    handle: (request) => answerJson(request, 'Secrets Manager', operations),
    setAppSecrets: (ofApp) => secrets.setApp(ofApp),
    close: async () => {},
  };
}
