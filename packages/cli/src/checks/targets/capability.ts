import type { ApiTarget } from '@tankard/framework/config';
import type { HandlerDeclaration, Place, RouteTrigger } from '@tankard/framework/manifest';
import { settingPlace } from '../../config/setting-place.ts';
import { handlersOf } from '../../graph/lower/lowering.ts';
import type { CheckInput } from '../check-app.ts';

/** Something that not every target of an app's routes can do. */
export interface Capability {
  /** Completes "can't have …": `an API key`. */
  readonly what: string;
  /** Those that can. */
  readonly targets: readonly ApiTarget[];
  /** AWS's page that says so. */
  readonly page: string;
  /** What the app does on the others all the same; a use is a warning then. Completes "has no such thing, and". */
  readonly instead?: string | undefined;
  /** Everything in the app and its configuration that asks for it. */
  uses(app: CheckInput): readonly Use[];
}

/** One thing that asks for something. */
export interface Use {
  /** Begins the sentence: `'GET /users'`. */
  readonly by: string;
  /** A handler's name, or a configuration's key. */
  readonly subject: string;
  readonly place?: Place | undefined;
}

/** The routes that ask for something. */
export function routesThat(asks: (trigger: RouteTrigger) => boolean): (app: CheckInput) => readonly Use[] {
  return ({ manifest }) =>
    handlersOf(manifest, 'route')
      .filter(({ trigger }) => asks(trigger))
      .map(routeUse);
}

export function routeUse({ name, place, trigger }: HandlerDeclaration<RouteTrigger>): Use {
  return { by: `'${trigger.method} ${trigger.path}'`, subject: name, place };
}

/** A key of the configuration, where the stage has it. */
export function setting(key: 'minimumCompressionSize'): Capability['uses'] {
  return ({ config }) =>
    config[key] === undefined ? [] : [{ by: 'The API', subject: key, place: settingPlace(config, key) }];
}
