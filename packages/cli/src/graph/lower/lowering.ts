import type { HandlerDeclaration, Manifest, Trigger } from '@tankard/framework/manifest';
import type { FunctionCode, LayerCode } from '../../build/artifact.ts';
import type { FunctionSpec } from '../../build/functions.ts';
import type { ResolvedConfig } from '../../config/resolved.ts';
import type { SplitStatements } from '../../policy/split-statements.ts';
import type { FunctionUsage } from '../../policy/usage.ts';
import type { Names } from '../names.ts';
import type { Placeholders } from '../placeholders.ts';
import type { ResourceValues } from '../resource-values.ts';
import type { Settings } from '../settings.ts';

/** What every part of the app is lowered with. */
export interface Lowering {
  readonly manifest: Manifest;
  readonly config: ResolvedConfig;
  readonly names: Names;
  readonly values: ResourceValues;
  readonly placeholders: Placeholders;
  readonly functions: ReadonlyMap<string, FunctionPlan>;
  readonly layer: LayerCode | undefined;
}

/** One function with everything that is known of it. */
export interface FunctionPlan {
  readonly spec: FunctionSpec;
  readonly settings: Settings;
  readonly artifact: FunctionCode;
  readonly usage: FunctionUsage;
  /** Everything that its role may do, in the role's own policy and in managed ones for what does not fit. */
  readonly statements: SplitStatements;
}

/** The handlers of one source. */
export function handlersOf<S extends Trigger['source']>(
  manifest: Manifest,
  source: S,
): readonly HandlerDeclaration<Extract<Trigger, { source: S }>>[] {
  return manifest.handlers.filter(
    (handler): handler is HandlerDeclaration<Extract<Trigger, { source: S }>> =>
      handler.trigger.source === source,
  );
}
