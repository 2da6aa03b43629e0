import type { PermissionStatement } from '@tankard/framework/manifest';
import type { FunctionSpec } from '../../build/functions.ts';
import type { Reason } from '../../resources/role/statement.ts';
import type { PolicyContext } from '../context.ts';
import type { NotSeen } from '../usage.ts';

/** A statement that the user wrote, and where. */
export interface Written {
  readonly permission: PermissionStatement;
  readonly because: Reason;
}

/** What the handlers of one function and its configuration say of its policy. */
export interface FunctionPermissions {
  readonly written: readonly Written[];
  /** Whether the code is read for what it needs. */
  readonly derived: boolean;
  readonly notes: readonly NotSeen[];
}

/**
 * Permissions of all handlers and of the configuration add up. `grants: 'explicit'` holds where the
 * configuration says so or every handler of the function does: the policy is the function's, and a route that
 * shares it must not take the others' rights away.
 */
export function permissionsOf(spec: FunctionSpec, { settings }: PolicyContext): FunctionPermissions {
  const ofHandlers = spec.handlers.flatMap(({ name, place, settings: { permissions = [] } }) =>
    permissions.map((permission) => ({ permission, because: { place, text: `permissions of ${name}` } })),
  );
  const ofConfig = (settings?.permissions ?? []).map((permission) => ({
    permission,
    because: { text: `permissions of ${spec.name} in the configuration` },
  }));
  const explicit = spec.handlers.filter((handler) => handler.settings.grants === 'explicit');
  const everyHandler = explicit.length > 0 && explicit.length === spec.handlers.length;
  const derived = settings?.grants ? settings.grants === 'derived' : !everyHandler;
  const overruled = derived && !settings?.grants ? explicit : [];
  return {
    written: [...ofHandlers, ...ofConfig],
    derived,
    notes: overruled.flatMap(({ name, place }) =>
      place
        ? [
            {
              place,
              what: `${name} asks for explicit grants, but shares the function ${spec.name} with handlers that do not.`,
              remedy: `Give it a function of its own with { function: '${name}' }.`,
            },
          ]
        : [],
    ),
  };
}
