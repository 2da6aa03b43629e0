import type { HandlerDeclaration, RouteTrigger } from '@tankard/framework/manifest';
import type { AnyNode } from '../node.ts';
import { lowerHttpApi } from './http-api.ts';
import type { Lowering } from './lowering.ts';
import { lowerRestApi } from './rest-api.ts';

/** The app's API, of the type that the configuration names. */
export function lowerRoutes(
  handlers: readonly HandlerDeclaration<RouteTrigger>[],
  lowering: Lowering,
): readonly AnyNode[] {
  if (handlers.length === 0) return [];
  return lowering.config.api === 'rest' ? lowerRestApi(lowering) : lowerHttpApi(handlers, lowering);
}
