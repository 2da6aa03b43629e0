import type { Problem } from '../errors.ts';
import type { Manifest, ResourceDeclaration } from '../manifest/types.ts';
import { environmentName } from '../resources/environment.ts';
import type { codes } from './codes.ts';
import { shown } from './handler-problem.ts';

const NAME = /^[A-Za-z][A-Za-z0-9_-]*$/;
const LONGEST = 64;

/** Every resource has a name that AWS takes, of its own among its kind, and a variable of its own. */
export function checkResourceNames({ resources }: Manifest): Problem[] {
  const first = new Map<string, ResourceDeclaration>();
  return resources.flatMap((resource) => {
    const { kind, name, existing } = resource;
    if (existing === undefined && (!NAME.test(name) || name.length > LONGEST)) return [invalid(resource)];
    const variable = environmentName(kind, name);
    const other = first.get(variable);
    if (!other) {
      first.set(variable, resource);
      return [];
    }
    return [other.name === name ? twice(resource, other) : sameVariable(resource, other, variable)];
  });
}

/** A problem at the place of a resource. */
export function resourceProblem(
  { kind, name, place }: ResourceDeclaration,
  code: keyof typeof codes,
  message: string,
  remedy: string,
): Problem {
  return { code, severity: 'error', message, place, subject: `${kind} ${name}`, remedy };
}

function invalid(resource: ResourceDeclaration): Problem {
  return resourceProblem(
    resource,
    'RESOURCE_NAME_INVALID',
    `The ${resource.kind}'s name '${resource.name}' can't be part of a name in AWS.`,
    `Begin with a letter, go on with letters, digits, '-' or '_', ${LONGEST} at most. For one that is there already write app.${resource.kind}.existing.`,
  );
}

function twice(resource: ResourceDeclaration, other: ResourceDeclaration): Problem {
  const { kind, name } = resource;
  const there = [resource, other].filter(({ existing }) => existing !== undefined).length;
  return resourceProblem(
    resource,
    'RESOURCE_TWICE',
    `Two ${kind}s are called '${name}'${['', ', of which one is there already'][there] ?? ', named in two ways'}: at ${shown(resource.place)} and at ${shown(other.place)}.`,
    [
      'Declare it once and import it where it is needed, or rename one of them.',
      `Hand what app.${kind} returns to the handler and not its name, or rename it.`,
    ][there] ?? 'Name it in the same way at both places.',
  );
}

function sameVariable(resource: ResourceDeclaration, other: ResourceDeclaration, variable: string): Problem {
  return resourceProblem(
    resource,
    'RESOURCE_VARIABLE_TWICE',
    `The ${resource.kind}s '${resource.name}' and '${other.name}' would both be told to functions as ${variable}.`,
    'Rename one of them: names that differ only in their signs or capitals count as one.',
  );
}
