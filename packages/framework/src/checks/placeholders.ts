import type { Problem } from '../errors.ts';
import type { Manifest } from '../manifest/types.ts';
import { type Placeholder, splitAtPlaceholders } from '../resources/placeholder.ts';
import type { codes } from './codes.ts';
import { subjectOf } from './handler-problem.ts';

type Path = readonly string[];

/** Where the command fills in what AWS knows: texts below one of these in a handler or a resource. */
const FILLED: readonly Path[] = [
  ['settings', 'environment'],
  ['settings', 'permissions', '*', 'resources'],
  ['settings', 'permissions', '*', 'conditions'],
  ['trigger', 'pattern'],
  ['trigger', 'filter'],
  ['trigger', 'filters'],
  ['filter'],
  ['issuer'],
  ['audience'],
  ['userPools'],
  ['clients'],
  ['function', 'arn'],
];

/** Names, ARNs and URLs of resources are filled in at the places meant for them, and are refused elsewhere. */
export function checkPlaceholders(manifest: Manifest): Problem[] {
  const declared = new Set(['url:api', ...manifest.resources.map(({ kind, name }) => `${kind}:${name}`)]);
  const owners = [
    ...manifest.resources.map((one) => ({ one, subject: `${one.kind} ${one.name}` })),
    ...manifest.authorizers.map((one) => ({ one, subject: `authorizer ${one.name}` })),
    ...manifest.handlers.map((one) => ({ one, subject: subjectOf(one) })),
  ];
  // Most have none, and to look into every text of a hundred handlers takes half of what describing them takes.
  const having = owners.filter(({ one }) => JSON.stringify(one).includes('{{'));
  return having.flatMap(({ one, subject }) =>
    placeholdersIn(one, []).flatMap((found): Problem[] => {
      const fault = faultOf(found, declared);
      return fault ? [{ ...fault, severity: 'error', place: one.place, subject }] : [];
    }),
  );
}

interface Found {
  readonly path: Path;
  readonly isKey: boolean;
  readonly placeholder: Placeholder;
}

/** Names of handlers and resources have checks of their own, which refuse a placeholder with any other brace. */
function placeholdersIn(value: unknown, path: Path): readonly Found[] {
  if (typeof value === 'string') return inText(value, path, false);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key === 'name' && !isFilled(path)) return [];
    const inside = [...path, Array.isArray(value) ? '*' : key];
    return [...inText(key, inside, true), ...placeholdersIn(inner, inside)];
  });
}

function inText(text: string, path: Path, isKey: boolean): readonly Found[] {
  return splitAtPlaceholders(text).flatMap((piece) =>
    typeof piece === 'string' ? [] : [{ path, isKey, placeholder: piece }],
  );
}

const isFilled = (path: Path): boolean =>
  FILLED.some((filled) => filled.every((part, index) => part === path[index]));

function faultOf(
  { path, isKey, placeholder: { kind, name } }: Found,
  declared: ReadonlySet<string>,
): { code: keyof typeof codes; message: string; remedy: string } | undefined {
  const what = kind === 'url' ? "the app's URL" : `the ${kind} '${name}'`;
  const where = path.filter((part) => !['settings', 'trigger', '*'].includes(part)).join('.');
  if (isKey || !isFilled(path)) {
    return {
      code: 'PLACEHOLDER_MISPLACED',
      message: `'${where}' is made of ${what}, which is not known before the app is deployed.`,
      remedy:
        'Write the text out, or hand over the resource itself. Names, ARNs and URLs may stand in environment, permissions, authorizers, event patterns and filters.',
    };
  }
  if (declared.has(`${kind}:${name}`)) return undefined;
  return {
    code: 'PLACEHOLDER_UNKNOWN',
    message: `'${where}' is made of ${what}, which this app does not declare.`,
    remedy: `Declare it with app.${kind}('${name}'), or app.${kind}.existing('${name}') for one that is there already.`,
  };
}
