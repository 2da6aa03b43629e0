import type { App } from '../app.ts';
import type { Problem } from '../errors.ts';
import type { HandlerDeclaration, Manifest, RouteTrigger } from '../manifest/types.ts';
import { checkClasses } from './classes.ts';
import { checkNames } from './names.ts';
import { checkRoutes } from './route-rules.ts';

/** Everything that is wrong in what an app declares. */
export function checkApp(app: App, manifest: Manifest): Problem[] {
  return [
    ...checkNames(manifest),
    ...checkClasses(app.state.noted.values()),
    ...checkRoutes(manifest.handlers.filter(isRoute)),
  ];
}

function isRoute(handler: HandlerDeclaration): handler is HandlerDeclaration<RouteTrigger> {
  return handler.trigger.source === 'route';
}
