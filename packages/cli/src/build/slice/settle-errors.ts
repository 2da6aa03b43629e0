import type { LoadedApp } from '../load/loaded.ts';
import type { FileModel, Unit } from './file-model.ts';
import { resolveExport, resolveName } from './resolve.ts';

/** `app.onError(…)` answers the errors of routes, and so stays only where one is served. */
export function settleErrors(
  files: ReadonlyMap<string, FileModel>,
  { entry, exportName }: Pick<LoadedApp, 'entry' | 'exportName'>,
): void {
  const home = files.get(entry);
  const app = home && resolveExport(files, home, exportName)?.unit;
  if (!app) return;
  for (const file of files.values()) {
    for (const unit of file.units) {
      const name = errorHandlerOf(unit);
      if (name !== undefined && resolveName(files, file, name)?.unit === app) unit.keep = 'routes';
    }
  }
}

/** `x` of a statement `x.onError(…)`. */
function errorHandlerOf({ node, keep }: Unit): string | undefined {
  if (keep !== 'always' || node.type !== 'ExpressionStatement') return undefined;
  if (node.expression.type !== 'CallExpression') return undefined;
  const { callee } = node.expression;
  if (callee.type !== 'MemberExpression' || callee.object.type !== 'Identifier') return undefined;
  const isOnError = callee.property.type === 'Identifier' && callee.property.name === 'onError';
  return isOnError ? callee.object.name : undefined;
}
