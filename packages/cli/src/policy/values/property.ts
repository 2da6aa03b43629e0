import type { Evaluation } from './evaluation.ts';
import { each, type Fact, type Facts, only, unknown } from './fact.ts';
import { literalPropertyFacts, spreadElements } from './literal.ts';
import { memberFacts, staticFacts } from './member.ts';
import { exportFacts } from './module.ts';
import { socketMember } from './socket.ts';
import { shapePropertyFacts } from './type.ts';

/** What a property of a value may be; without a name, any of its properties. */
export function propertyFacts(evaluation: Evaluation, of: Facts, name: string | undefined): Facts {
  return each(of, (fact) => propertyOf(evaluation, fact, name));
}

function propertyOf(evaluation: Evaluation, fact: Fact, name: string | undefined): Facts {
  switch (fact.is) {
    case 'code':
      if (fact.node.type === 'ObjectExpression')
        return literalPropertyFacts(evaluation, fact.file, fact.node, name);
      if (fact.node.type === 'ArrayExpression')
        return /^\d+$/.test(name ?? '0') ? elementFacts(evaluation, only(fact)) : unknown;
      return fact.node.type === 'ClassDeclaration' || fact.node.type === 'ClassExpression'
        ? staticFacts(evaluation, fact.file, fact.node, name)
        : unknown;
    case 'object':
      return memberFacts(evaluation, fact.file, fact.class, name);
    case 'list':
      return /^\d+$/.test(name ?? '0') ? fact.of : unknown;
    case 'parts':
      return (name === undefined ? undefined : fact.parts[name]) ?? unknown;
    case 'shape':
      return name === undefined ? unknown : shapePropertyFacts(evaluation, fact.file, fact.node, name);
    case 'module':
      return name === undefined ? unknown : exportFacts(evaluation, fact.file, name);
    default:
      return name === undefined ? unknown : namedPropertyOf(fact, name);
  }
}

/** Properties of what stands for something outside of the project's code. */
function namedPropertyOf(fact: Fact, name: string): Facts {
  switch (fact.is) {
    case 'package':
      return only({ is: 'export', package: fact.package, name });
    case 'export':
      return only({ is: 'static', package: fact.package, name: fact.name, member: name });
    case 'instance':
      if (isApp(fact) && name === 'url')
        return only({ is: 'attribute', resource: { kind: 'url' }, attribute: 'url' });
      return (
        socketMember(fact, name) ??
        only({ is: 'method', package: fact.package, name: fact.name, method: name })
      );
    case 'connection':
      return socketMember(fact, name) ?? unknown;
    case 'resource':
      return only({ is: 'attribute', resource: fact.resource, attribute: name });
    default:
      return unknown;
  }
}

/** What any element of a list may be. */
export function elementFacts(evaluation: Evaluation, of: Facts): Facts {
  return each(of, (fact) => {
    if (fact.is === 'list') return fact.of;
    if (fact.is === 'code' && fact.node.type === 'ArrayExpression')
      return spreadElements(evaluation, fact.file, fact.node);
    return unknown;
  });
}

/** Whether a value is the app itself. */
export function isApp(fact: Fact): boolean {
  return fact.is === 'instance' && fact.package === '@tankard/framework' && fact.name === 'App';
}
