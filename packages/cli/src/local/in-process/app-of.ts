import { type App, isApp } from '@tankard/framework';

/**
 * The App that is given, or the one that a module exports.
 *
 * @throws TypeError where there is none, or more than one.
 */
export function appOf(given: App | Readonly<Record<string, unknown>>): App {
  if (isApp(given)) return given;
  const apps = [...new Set(Object.values(given).filter(isApp))];
  const [app] = apps;
  if (app && apps.length === 1) return app;
  throw new TypeError(`startLocal takes an App or a module that exports one; this exports ${apps.length}.`);
}
