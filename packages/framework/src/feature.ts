import { Logger } from './log.ts';
import { type Mount, moveIn, refusalOf } from './mount.ts';
import { addRegistration, emptyScope, type Host, Scope, type ScopeState } from './scope.ts';

/** What a feature may say of itself. */
export interface FeatureOptions {
  /** The function that serves its routes together. Without it they go where the app's own routes go. */
  readonly function?: string | undefined;
}

/** What a feature has collected. */
export interface FeatureState extends ScopeState {
  readonly name: string;
  readonly options: FeatureOptions;
  readonly ownLog: Logger;
  /** Where it is mounted. */
  home: Scope | undefined;
}

/** Every feature that was made while the command loads an app, of which each has to be mounted. */
export const loadedFeatures: FeatureState[] = [];

/**
 * A part of an app in a module of its own, which knows nothing of the app: handlers, with middleware that holds for these only.
 *
 * @example
 * export const users = new Feature('users');
 * export const listUsers = users.route('GET /', () => []);
 *
 * // In src/app.ts:
 * app.mount('/users', users);
 */
export class Feature<out Prefix extends string = string> extends Scope<Prefix> {
  override readonly state: FeatureState;

  constructor(name: string, options: FeatureOptions = {}) {
    super();
    this.state = { ...emptyScope(), name, options, ownLog: new Logger(), home: undefined };
    if (process.env.TANKARD_LOADING) loadedFeatures.push(this.state);
  }

  /** The app's, once it is mounted. */
  override get log(): Logger {
    return this.state.home?.log ?? this.state.ownLog;
  }

  /** The app; as long as it is not mounted, nothing but a log. */
  override get host(): Host {
    const { home, ownLog } = this.state;
    if (home) return home.host;
    return { log: ownLog, options: {}, state: { middleware: [], sourceMiddleware: [], onError: undefined } };
  }

  /** What `mount` does; of a feature and not of the app, so that an app without features doesn't hold it. */
  mountIn(into: Scope, prefix: string): void {
    const { state } = this;
    const mount: Mount = { feature: state, prefix, place: into.site, refused: refusalOf(state, into.state) };
    into.state.mounts.push(mount);
    if (mount.refused) return;
    state.home = into;
    state.passOn = (registration) => {
      moveIn(registration, state, prefix);
      addRegistration(into, registration);
    };
    state.registrations.forEach(state.passOn);
  }
}
