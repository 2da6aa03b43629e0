import type { HandlerDeclaration, RouteTrigger } from '@tankard/framework/manifest';
import type { AnyNode } from '../node.ts';
import { lowerDomain } from './domain.ts';
import { lowerFunctionUrl } from './function-url.ts';
import { lowerHttpApi } from './http-api.ts';
import type { Lowering } from './lowering.ts';
import { lowerRestApi } from './rest-api.ts';

/** What takes the requests to the app's routes, as the configuration names it. */
export function lowerRoutes(
  handlers: readonly HandlerDeclaration<RouteTrigger>[],
  lowering: Lowering,
): readonly AnyNode[] {
  if (handlers.length === 0) return [];
  return [...lowerApi(handlers, lowering), ...lowerDomain(lowering)];
}

function lowerApi(
  handlers: readonly HandlerDeclaration<RouteTrigger>[],
  lowering: Lowering,
): readonly AnyNode[] {
  switch (lowering.config.api) {
    case 'http':
      return lowerHttpApi(handlers, lowering);
    case 'rest':
      return lowerRestApi(lowering);
    case 'function-url':
      return lowerFunctionUrl(lowering);
  }
}
