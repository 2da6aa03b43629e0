import type { ImportDeclaration, Node } from 'oxc-parser';
import { packageOf } from '../code/code.ts';
import type { CodeFile } from '../code/code-file.ts';
import type { NotSeen } from '../usage.ts';
import type { Evaluation } from '../values/evaluation.ts';
import { isKnownLibrary } from './library-call.ts';

/** Whether a package that a file imports calls AWS by itself. */
export type CallsAws = (packageName: string, from: string) => boolean;

/** Packages that bring the SDK with them, or are its version 2: what they call is not in the project's code. */
export function sdkPackages({ code }: Evaluation, callsAws: CallsAws): readonly NotSeen[] {
  const notes = new Map<string, NotSeen>();
  for (const file of code.files) {
    for (const { node, specifier } of importsIn(file)) {
      const name = packageOf(specifier);
      if (name === undefined || notes.has(name) || /^(node:|@aws-sdk\/|@smithy\/|@tankard\/)/.test(specifier))
        continue;
      if (name !== 'aws-sdk' && (isKnownLibrary(name) || !callsAws(name, file.path))) continue;
      notes.set(name, noteOf(name, file, node));
    }
  }
  return [...notes.values()];
}

function noteOf(name: string, file: CodeFile, node: Node): NotSeen {
  const isOld = name === 'aws-sdk';
  return {
    place: file.placeOf(node),
    what: isOld
      ? 'Calls of version 2 of the AWS SDK cannot be seen.'
      : `${name} uses the AWS SDK itself: what it calls cannot be seen.`,
    remedy: `${isOld ? 'Use version 3, or add' : 'Add'} what it needs to the handler's \`permissions\`.`,
  };
}

interface Import {
  readonly node: Node;
  readonly specifier: string;
}

function importsIn(file: CodeFile): readonly Import[] {
  const declared = file.program.body.flatMap((node) =>
    node.type === 'ImportDeclaration' && isRun(file, node) ? [{ node, specifier: node.source.value }] : [],
  );
  const called = file.running.flatMap((node) => {
    const source = node.type === 'ImportExpression' ? node.source : requiredBy(node);
    return source?.type === 'Literal' && typeof source.value === 'string'
      ? [{ node, specifier: source.value }]
      : [];
  });
  return [...declared, ...called];
}

/** An import that is of types only, or of which no name is used, is no import once it is bundled. */
function isRun(file: CodeFile, { importKind, specifiers }: ImportDeclaration): boolean {
  if (importKind === 'type') return false;
  return (
    specifiers.length === 0 ||
    specifiers.some(({ local }) =>
      file.nameOf(local)?.references.some(({ isRead, isType }) => isRead && !isType),
    )
  );
}

function requiredBy(node: Node): Node | undefined {
  const isRequire =
    node.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === 'require';
  return isRequire ? node.arguments[0] : undefined;
}
