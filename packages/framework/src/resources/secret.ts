import type { SecretDeclaration } from '../manifest/types.ts';
import { fromEnvironment } from './environment.ts';
import { Handle } from './resource.ts';
import { readSecret } from './secret-value.ts';

/** What a secret may say of itself. */
export interface SecretOptions {
  readonly description?: string | undefined;
}

const read = process.env.TANKARD_WITHOUT_SECRETS ? neverBundled : readSecret;

/** A secret in AWS Secrets Manager. Its value is fetched when asked for and never stands in the environment. */
export class Secret extends Handle<'secret', SecretOptions | undefined> {
  override readonly kind = 'secret';
  #fetched: { readonly value: Promise<string>; readonly until: number } | undefined;

  /** @throws {Error} where `TANKARD_SECRET_<NAME>` is not set. */
  get arn(): string {
    return fromEnvironment('secret', this.id);
  }

  /**
   * The secret's text, fetched once and kept for five minutes, so that a rotated secret arrives without a new deploy.
   * A failed fetch is not kept.
   *
   * @throws {Error} where `@aws-sdk/client-secrets-manager` can't be found, and what Secrets Manager throws.
   */
  async value(): Promise<string> {
    const now = Date.now();
    if (this.#fetched && now < this.#fetched.until) return this.#fetched.value;
    const fetched = { value: read(this.arn), until: now + 300_000 };
    this.#fetched = fetched;
    fetched.value.catch(() => {
      if (this.#fetched === fetched) this.#fetched = undefined;
    });
    return fetched.value;
  }
}

export interface DeclareSecret {
  /** Declares a secret that the app owns; its text is put in by hand. */
  (name: string, options?: SecretOptions): Secret;
  /** A secret that is there already, by its name or ARN. */
  existing(nameOrArn: string): Secret;
}

export function secretDeclaration({
  id: name,
  declared,
}: Pick<Secret, 'id' | 'declared'>): SecretDeclaration {
  const { options, existing, place } = declared;
  return { kind: 'secret', name, place, existing, description: options?.description };
}

async function neverBundled(): Promise<never> {
  throw new Error('This bundle was made without secrets: its code does not say `secret`.');
}
