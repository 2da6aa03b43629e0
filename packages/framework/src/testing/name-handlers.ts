import type { App } from '../app.ts';
import { type Registration, registrationOf } from '../registration.ts';

/**
 * Gives every handler of an app a name where it has none yet: a constant's name is known to the command, which reads the source, and
 * not to a process that only runs it. One that is among the exports is called as they call it, others by source and number: `sqs2`.
 *
 * @param exports what the app's module exports, where that is known.
 */
export function nameHandlers(app: App, exports: Readonly<Record<string, unknown>> = {}): void {
  const { registrations } = app.state;
  const exported = new Map(
    Object.entries(exports).map(([name, value]) => [registrationOf(value)?.handler, name]),
  );
  const taken = new Set(registrations.map(({ name }) => name));
  registrations.forEach((registration, place) => {
    if (registration.name !== undefined) return;
    const name = exported.get(registration.handler) ?? numbered(registration, taken);
    taken.add(name);
    registrations[place] = { ...registration, name };
  });
}

/** The name of a handler of an app that has been through {@link nameHandlers}: of what `app.on…` gave, or given itself. */
export function handlerName(app: App, handler: unknown): string | undefined {
  if (typeof handler === 'string') return handler;
  const wanted = registrationOf(handler)?.handler;
  return app.state.registrations.find((registration) => registration.handler === wanted)?.name;
}

function numbered({ declaration: { source } }: Registration, taken: ReadonlySet<string | undefined>): string {
  for (let number = 1; ; number++) {
    const name = `${source}${number}`;
    if (!taken.has(name)) return name;
  }
}
