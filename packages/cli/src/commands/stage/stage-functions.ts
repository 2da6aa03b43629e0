import { TankardError } from '@tankard/framework/errors';
import type { HandlerDeclaration, Manifest } from '@tankard/framework/manifest';
import { functionsOf } from '../../build/functions.ts';
import type { ResolvedConfig } from '../../config/resolved.ts';
import { logGroupName } from '../../graph/log-group-name.ts';
import { namesOf } from '../../graph/names.ts';
import { unknownFunction } from '../unknown-function.ts';

/** A function of the app and what it is called in AWS. */
export interface StageFunction {
  readonly name: string;
  readonly physicalName: string;
  readonly logGroup: string;
  readonly handlers: readonly HandlerDeclaration[];
}

/**
 * The functions of one stage.
 *
 * @param chosen their names; all of them where it is empty.
 * @throws TankardError FUNCTION_UNKNOWN for each name that is none.
 */
export function stageFunctions(
  manifest: Manifest,
  { stage }: Pick<ResolvedConfig, 'stage'>,
  chosen: readonly string[] = [],
): readonly StageFunction[] {
  const names = namesOf(manifest.app, stage);
  const all = functionsOf(manifest).map(({ name, handlers }) => ({
    name,
    physicalName: names.of('function', name),
    logGroup: logGroupName(names, name),
    handlers,
  }));
  const known = all.map(({ name }) => name);
  const unknown = chosen.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new TankardError(unknown.map((name) => unknownFunction(name, known)));
  return all.filter(({ name }) => chosen.length === 0 || chosen.includes(name));
}
