import { adapt } from './adapt.ts';
import type { App } from './app.ts';
import type { LambdaFunction } from './context.ts';
import { leftOut } from './left-out.ts';
import { type DecoratedMethod, decoratedMethod } from './registrar.ts';
import { makeHandler, type Registration, type UserHandler } from './registration.ts';
import type { AnyResource } from './resources/any-resource.ts';
import { kinds } from './resources/kinds.ts';
import { type Declared, nameIn } from './resources/resource.ts';
import { addRegistration, type Scope } from './scope.ts';
import type { Declaration, SourceName } from './sources/declaration.ts';

/**
 * Makes the method of {@link Scope} for one source: `app.x(target, options?, handler)` declares at once,
 * `app.x(target, options?)` gives what declares a function or notes a method. `Face` types it.
 */
export function declareHandler<Face>(source: SourceName): Face {
  const declare = function (this: Scope, target: unknown, second?: unknown, third?: unknown): unknown {
    const handler = typeof second === 'function' ? second : third;
    const options = typeof second === 'function' ? {} : (second ?? {});
    // The faces in sources/ have checked that target and options belong together.
    const declaration = { source, target, options } as Declaration;
    if (typeof handler === 'function') return register(this, declaration, handler as UserHandler);
    const awaiting = { declaration, place: this.site };
    this.state.awaiting.add(awaiting);
    return (...args: unknown[]): unknown => {
      this.state.awaiting.delete(awaiting);
      if (!process.env.TANKARD_WITHOUT_CLASSES) {
        const decorated = decoratedMethod(args);
        if (decorated) return noteMethod(this, declaration, decorated);
      }
      return register(this, declaration, args[0] as UserHandler);
    };
  };
  return declare as Face;
}

function noteMethod(
  { site, state }: Scope,
  declaration: Declaration,
  { key, method }: DecoratedMethod,
): void {
  const noted = { declaration, key, place: site, used: 0 };
  const others = state.noted.get(method);
  if (others) others.push(noted);
  else state.noted.set(method, [noted]);
}

/** `app.lambda` and `app.authorizer` have no target: what stands first for the others is their options. */
export function declareUntargeted<Face>(source: 'lambda' | 'authorizer'): Face {
  const declare = declareHandler<(this: Scope, ...args: unknown[]) => unknown>(source);
  const untargeted = function (this: Scope, ...args: unknown[]): unknown {
    return declare.call(this, undefined, ...args);
  };
  return untargeted as Face;
}

function register(scope: Scope, declaration: Declaration, handler: UserHandler): unknown {
  const registration: Registration = {
    declaration,
    handler,
    name: declaration.options.name ?? scope.site?.name,
    place: scope.site,
    member: undefined,
    within: [],
  };
  addRegistration(scope, registration);
  let lambda: LambdaFunction | undefined;
  return makeHandler(registration, (raw, context) => {
    lambda ??= adapt(scope.host, [registration]);
    return lambda(raw, context);
  });
}

/** Registers the decorated methods that an object has, bound to it; a class given itself, its static ones. */
export function useMethods(scope: Scope, target: object): void {
  const owner = typeof target === 'function' ? target.name : target.constructor.name;
  const seen = new Set<PropertyKey>();
  for (
    let level: object | null = target;
    level && level !== Object.prototype;
    level = Object.getPrototypeOf(level)
  ) {
    for (const [key, { value: method }] of Object.entries(Object.getOwnPropertyDescriptors(level))) {
      if (seen.has(key) || typeof method !== 'function') continue;
      seen.add(key);
      for (const noted of scope.state.noted.get(method) ?? []) {
        noted.used += 1;
        // A check reports the second instance; its handlers would only be two of one name.
        if (noted.used > 1) continue;
        const { declaration, place } = noted;
        addRegistration(scope, {
          declaration,
          handler: (...args) => method.apply(target, args),
          name: declaration.options.name ?? key,
          place,
          member: { class: owner, method: key },
          within: [],
        });
      }
    }
  }
}

type MakeHandle = new (id: string, declared: Declared<never>) => AnyResource;

/** Makes `app.table` and its kin: a function that declares, and `existing` on it. `Face` types it. */
function declareKind<Face>(app: App, kind: keyof typeof kinds): Face {
  const Kind = kinds[kind] as MakeHandle;
  const add = (id: string, options: unknown, existing?: string) => {
    const place = app.site && { file: app.site.file, line: app.site.line };
    const handle = new Kind(id, { options: options as never, existing, place });
    app.state.resources.push(handle);
    return handle;
  };
  const declare = (name: string, options: unknown) => add(name, options);
  declare.existing = (nameOrArn: string) => add(nameIn(nameOrArn), undefined, nameOrArn);
  return declare as Face;
}

/** {@link declareKind}, where the code names a kind of resource. */
export const declareResource: typeof declareKind = process.env.TANKARD_WITHOUT_RESOURCES
  ? leftOut
  : declareKind;
