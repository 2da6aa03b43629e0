import type { App } from '../app.ts';
import { checkApp } from '../checks/check-app.ts';
import { TankardError } from '../errors.ts';
import { corsDeclaration } from '../http/cors/options.ts';
import { selectionOf } from '../sources/websocket.ts';
import { AuthorizerList } from './authorizers.ts';
import { handlerDeclaration } from './handlers.ts';
import { ResourceList } from './resources.ts';
import { type HandlerDeclaration, MANIFEST_VERSION, type Manifest } from './types.ts';

/**
 * What an app declares, as plain JSON with every default filled in. Runs nothing of the app's handlers.
 *
 * @throws {TankardError} with everything that is wrong in the declarations.
 */
export function describe(app: App): Manifest {
  const resources = new ResourceList(app.state.resources);
  const authorizers = new AuthorizerList(app);
  const { cors } = app.options;
  const handlers = app.state.registrations.map((its) =>
    handlerDeclaration(its, resources, authorizers, cors),
  );
  const manifest: Manifest = {
    version: MANIFEST_VERSION,
    app: app.name,
    routes: app.options.routes ?? 'together',
    notFound: app.options.notFound ?? 'gateway',
    cors: cors ? corsDeclaration(cors) : undefined,
    websocket: websocketOf(app, handlers),
    onError: app.state.onError ? true : undefined,
    resources: resources.declarations,
    authorizers: authorizers.declarations,
    handlers,
  };
  const problems = checkApp(app, manifest);
  if (problems.length > 0) throw new TankardError(problems);
  return JSON.parse(JSON.stringify(manifest)) as Manifest;
}

function websocketOf({ options }: App, handlers: readonly HandlerDeclaration[]): Manifest['websocket'] {
  if (!handlers.some(({ trigger }) => trigger.source === 'websocket')) return undefined;
  return { selection: selectionOf(options) };
}
