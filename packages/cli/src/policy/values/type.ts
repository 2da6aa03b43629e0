import type { Node } from 'oxc-parser';
import type { CodeFile } from '../code/code-file.ts';
import { importTarget } from '../code/exports.ts';
import type { Name } from '../code/names.ts';
import type { Evaluation } from './evaluation.ts';
import { either, type Facts, none, only, unknown } from './fact.ts';
import { isClass } from './member.ts';
import { targetFacts } from './module.ts';

/** What a type annotation tells of a value: which class of a package, or of the project, it is an instance of. */
export function typeFacts(evaluation: Evaluation, file: CodeFile, annotated: Node): Facts {
  const annotation = 'typeAnnotation' in annotated ? annotated.typeAnnotation : undefined;
  if (typeof annotation !== 'object' || annotation === null || !('typeAnnotation' in annotation))
    return unknown;
  return ofType(evaluation, file, annotation.typeAnnotation as Node);
}

/** The type of one property of an interface or an object type. */
export function shapePropertyFacts(evaluation: Evaluation, file: CodeFile, node: Node, name: string): Facts {
  const members =
    node.type === 'TSInterfaceDeclaration'
      ? node.body.body
      : node.type === 'TSTypeLiteral'
        ? node.members
        : [];
  const found = members.find(
    (member) =>
      member.type === 'TSPropertySignature' && member.key.type === 'Identifier' && member.key.name === name,
  );
  return found ? typeFacts(evaluation, file, found) : unknown;
}

function ofType(evaluation: Evaluation, file: CodeFile, type: Node): Facts {
  switch (type.type) {
    case 'TSUnionType':
      return either(type.types.map((each) => ofType(evaluation, file, each)));
    case 'TSParenthesizedType':
      return ofType(evaluation, file, type.typeAnnotation);
    case 'TSUndefinedKeyword':
    case 'TSNullKeyword':
    case 'TSNumberKeyword':
    case 'TSBooleanKeyword':
      return none;
    case 'TSTypeLiteral':
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
    const left = name ? namedType(evaluation, file, name) : unknown;
    return either(
      left.known.map((fact) =>
        fact.is === 'package'
          ? only({ is: 'instance', package: fact.package, name: typeName.right.name })
          : unknown,
      ),
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
  if (target?.is !== 'elsewhere') return unknown;
  const other = evaluation.code.resolve(file, target.specifier);
  if (other) {
    const name = other.topName(target.exported);
    return name ? namedType(evaluation, other, name) : unknown;
  }
  return either(
    targetFacts(evaluation, file, target).known.map((fact) => {
      if (fact.is === 'export') return only({ is: 'instance', package: fact.package, name: fact.name });
      return fact.is === 'package' ? only(fact) : unknown;
    }),
  );
}
