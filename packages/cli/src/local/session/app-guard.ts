import type { Realm } from '../permissions/asked/touched.ts';
import { functionStatements } from '../permissions/function-statements.ts';
import { type Guard, type Guarded, permissionGuard } from '../permissions/guard.ts';
import type { LocalApp } from './local-app.ts';

/**
 * Holds each function to the role that a deploy would give it.
 *
 * @param latest gives the app as it was built last; before there is one nothing is refused.
 */
export function appGuard(latest: () => LocalApp | undefined, realm: Realm): Guard {
  const known = new WeakMap<LocalApp, ReadonlyMap<string, Guarded>>();
  const guardedOf = (app: LocalApp): ReadonlyMap<string, Guarded> => {
    const before = known.get(app);
    if (before) return before;
    const statements = functionStatements(app.graph, app.places);
    const guarded = new Map(
      app.functions.map(({ name, physicalName }) => {
        const one = { physicalName, role: physicalName, statements: statements.get(name) ?? [] };
        return [name, one] as const;
      }),
    );
    known.set(app, guarded);
    return guarded;
  };
  return permissionGuard((name) => {
    const app = latest();
    return app && guardedOf(app).get(name);
  }, realm);
}
