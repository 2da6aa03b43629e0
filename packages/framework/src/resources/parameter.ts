import type { ParameterDeclaration } from '../manifest/types.ts';
import { fromEnvironment } from './environment.ts';
import { Handle } from './resource.ts';

/** What a parameter may say of itself. */
export interface ParameterOptions {
  /** Used where neither the command line nor the stage gives a value. */
  readonly default?: string | undefined;
  readonly description?: string | undefined;
}

/** A value that is given when the app is deployed or run, such as a sender's address. No place for secrets. */
export class Parameter extends Handle<'parameter', ParameterOptions | undefined> {
  override readonly kind = 'parameter';

  /** @throws {Error} where `TANKARD_PARAMETER_<NAME>` is not set. */
  get value(): string {
    return fromEnvironment('parameter', this.id);
  }
}

/** Declares a parameter: `--parameter NAME=VALUE`, the stage's `parameters`, or the default fill it. */
export type DeclareParameter = (name: string, options?: ParameterOptions) => Parameter;

export function parameterDeclaration({
  id: name,
  declared,
}: Pick<Parameter, 'id' | 'declared'>): ParameterDeclaration {
  const { options, place } = declared;
  return { kind: 'parameter', name, place, default: options?.default, description: options?.description };
}
