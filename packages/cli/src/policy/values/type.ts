import type { Node, TSTypeAnnotation } from 'oxc-parser';
import { packageOf } from '../code/code.ts';
import type { CodeFile } from '../code/code-file.ts';
import { exportsOf, importTarget, type Target } from '../code/exports.ts';
import type { Name } from '../code/names.ts';
import type { Evaluation } from './evaluation.ts';
import { each, either, type Facts, none, only, unknown } from './fact.ts';
import { isClass } from './member.ts';

/** What a type annotation tells of a value: which class of a package, or of the project, it is an instance of. */
export function typeFacts(
  evaluation: Evaluation,
  file: CodeFile,
  annotation: TSTypeAnnotation | null | undefined,
): Facts {
  return annotation ? ofType(evaluation, file, annotation.typeAnnotation) : unknown;
}

/** The type of one property of an interface or an object type. */
export function shapePropertyFacts(evaluation: Evaluation, file: CodeFile, node: Node, name: string): Facts {
  const members =
    node.type === 'TSInterfaceDeclaration'
      ? node.body.body
      : node.type === 'TSTypeLiteral'
        ? node.members
        : [];
  for (const member of members) {
    if (member.type !== 'TSPropertySignature' && member.type !== 'TSMethodSignature') continue;
    if (member.key.type !== 'Identifier' || member.key.name !== name) continue;
    if (member.type === 'TSMethodSignature') return only({ is: 'shape', file, node: member });
    return typeFacts(evaluation, file, member.typeAnnotation);
  }
  return unknown;
}

/** What calling something gives of which only the type is known. */
export function shapeResultFacts(evaluation: Evaluation, file: CodeFile, node: Node): Facts {
  const isCallable = node.type === 'TSMethodSignature' || node.type === 'TSFunctionType';
  return isCallable ? typeFacts(evaluation, file, node.returnType) : unknown;
}

/** What a type tells; anything where it is none of those that matter here. */
export function ofType(evaluation: Evaluation, file: CodeFile, type: Node): Facts {
  switch (type.type) {
    case 'TSUnionType':
    case 'TSIntersectionType':
      return either(type.types.map((each) => ofType(evaluation, file, each)));
    case 'TSParenthesizedType':
      return ofType(evaluation, file, type.typeAnnotation);
    case 'TSUndefinedKeyword':
    case 'TSNullKeyword':
    case 'TSNumberKeyword':
    case 'TSBooleanKeyword':
      return none;
    case 'TSArrayType':
      return only({ is: 'list', node: type, of: ofType(evaluation, file, type.elementType) });
    case 'TSTypeLiteral':
    case 'TSFunctionType':
      return only({ is: 'shape', file, node: type });
    case 'TSTypeReference':
      return ofReference(evaluation, file, type);
    default:
      return unknown;
  }
}

function ofReference(
  evaluation: Evaluation,
  file: CodeFile,
  type: Extract<Node, { type: 'TSTypeReference' }>,
): Facts {
  const { typeName } = type;
  if (typeName.type === 'TSQualifiedName' && typeName.left.type === 'Identifier') {
    const name = file.nameOf(typeName.left);
    return each(name ? namedType(evaluation, file, name) : unknown, (fact) =>
      fact.is === 'package'
        ? only({ is: 'instance', package: fact.package, name: typeName.right.name })
        : unknown,
    );
  }
  const name = typeName.type === 'Identifier' ? file.nameOf(typeName) : undefined;
  if (!name) return wrapped(evaluation, file, type);
  return namedType(evaluation, file, name);
}

/** `Readonly<T>`, `Promise<T>` and `Pick<T, …>` mean T here. */
function wrapped(
  evaluation: Evaluation,
  file: CodeFile,
  type: Extract<Node, { type: 'TSTypeReference' }>,
): Facts {
  const isWrapper =
    type.typeName.type === 'Identifier' &&
    /^(Readonly|Promise|NonNullable|Awaited|Partial|Required|Pick|Omit)$/.test(type.typeName.name);
  const inner = type.typeArguments?.params[0];
  return isWrapper && inner ? ofType(evaluation, file, inner) : unknown;
}

function namedType(evaluation: Evaluation, file: CodeFile, name: Name): Facts {
  return either(
    name.definitions.map(({ node, kind }) => {
      if (isClass(node)) return only({ is: 'object', file, class: node });
      if (node.type === 'TSInterfaceDeclaration') return only({ is: 'shape', file, node });
      if (node.type === 'TSTypeAliasDeclaration') return ofType(evaluation, file, node.typeAnnotation);
      return kind === 'import' ? importedType(evaluation, file, node) : unknown;
    }),
  );
}

function importedType(evaluation: Evaluation, file: CodeFile, specifier: Node): Facts {
  const declaration = file.parentOf(specifier);
  const target = declaration?.type === 'ImportDeclaration' ? importTarget(specifier, declaration) : undefined;
  return target ? typeOfTarget(evaluation, file, target) : unknown;
}

/** A type that is imported or re-exported. Files that hold nothing but types are not part of a slice. */
function typeOfTarget(evaluation: Evaluation, file: CodeFile, target: Target): Facts {
  if (target.is === 'name') return namedType(evaluation, file, target.name);
  if (target.is === 'node') return unknown;
  const { specifier, exported } = target;
  const other = evaluation.code.resolve(file, specifier);
  if (!other) return typeOfPackage(packageOf(specifier), exported);
  return evaluation.once(other.program, `type ${exported}`, () => {
    const found = exportsOf(other, exported).map((each) => typeOfTarget(evaluation, other, each));
    return found.length > 0 ? either(found) : unknown;
  });
}

function typeOfPackage(name: string | undefined, exported: string): Facts {
  if (name === undefined) return unknown;
  if (exported === '*' || exported === 'default') return only({ is: 'package', package: name });
  return only({ is: 'instance', package: name, name: exported });
}
