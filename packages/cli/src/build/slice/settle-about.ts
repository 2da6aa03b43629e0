import type { HandlerDeclaration } from '@tankard/framework/manifest';
import type { CallExpression, Node } from 'oxc-parser';
import type { LoadedApp } from '../load/loaded.ts';
import { unwrapped } from '../source/calls.ts';
import { featureNameOf } from './feature-name.ts';
import type { FileModel, Unit } from './file-model.ts';
import { resolveExport, resolveName } from './resolve.ts';

type Files = ReadonlyMap<string, FileModel>;
type Handlers = readonly HandlerDeclaration[];

/**
 * Finds the statements that are about some handlers only, and keeps them where one of these is served: `app.onError(…)` is about
 * routes, `app.middleware('sqs', …)` about handlers of that source, and what is said on a feature, or mounts one, about those of
 * the feature.
 */
export function settleAbout(
  files: Files,
  { entry, exportName, manifest }: Pick<LoadedApp, 'entry' | 'exportName' | 'manifest'>,
): ReadonlyMap<Unit, readonly string[]> {
  const about = new Map<Unit, readonly string[]>();
  const home = files.get(entry);
  const app = home && resolveExport(files, home, exportName)?.unit;
  for (const file of files.values()) {
    for (const unit of file.units.filter(({ keep }) => keep === 'always')) {
      const handlers = handlersOf(unit.node, { files, file, app, all: manifest.handlers });
      if (!handlers) continue;
      unit.keep = 'about';
      about.set(
        unit,
        handlers.map(({ name }) => name),
      );
    }
  }
  return about;
}

interface Context {
  readonly files: Files;
  readonly file: FileModel;
  readonly app: Unit | undefined;
  readonly all: Handlers;
}

/** The handlers that a statement `x.one(…).other(…)` is about; undefined where it may be about any. */
function handlersOf(node: Node, context: Context): Handlers | undefined {
  if (node.type !== 'ExpressionStatement') return undefined;
  const found: HandlerDeclaration[] = [];
  let call = unwrapped(node.expression);
  if (call.type !== 'CallExpression') return undefined;
  while (call.type === 'CallExpression') {
    if (call.callee.type !== 'MemberExpression' || call.callee.object.type === 'Super') return undefined;
    const { object, property } = call.callee;
    const root = rootOf(object);
    const those = root && property.type === 'Identifier' && aboutOf(root, property.name, call, context);
    if (!those) return undefined;
    found.push(...those);
    call = unwrapped(object);
  }
  return call.type === 'Identifier' ? found : undefined;
}

/** `x` of `x.one(…).other(…)`, each of which gives `x` back. */
function rootOf(node: Node): string | undefined {
  if (node.type === 'Identifier') return node.name;
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return undefined;
  return rootOf(node.callee.object);
}

function aboutOf(root: string, method: string, call: CallExpression, context: Context): Handlers | undefined {
  const within = handlersIn(root, context);
  const [first, second] = call.arguments;
  if (!within) return undefined;
  if (method === 'onError') return within.filter(({ trigger }) => trigger.source === 'route');
  if (method === 'middleware' && first?.type === 'Literal')
    return within.filter(({ trigger }) => trigger.source === first.value);
  // A feature that nothing is known of may have any handler.
  if (method === 'mount' && second?.type === 'Identifier') return featureHandlers(second.name, context);
  return undefined;
}

/** The handlers of what a name stands for: those of the app are all. */
function handlersIn(name: string, context: Context): Handlers | undefined {
  const { files, file, app, all } = context;
  if (app && resolveName(files, file, name)?.unit === app) return all;
  return featureHandlers(name, context);
}

function featureHandlers(name: string, { files, file, all }: Context): Handlers | undefined {
  const declared = resolveName(files, file, name);
  const feature = declared && featureNameOf(declared);
  return feature === undefined ? undefined : all.filter((handler) => handler.feature?.includes(feature));
}
