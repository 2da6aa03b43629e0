import type { NewExpression } from 'oxc-parser';
import type { CodeFile } from '../code/code-file.ts';
import type { Evaluation } from './evaluation.ts';
import { each, type Facts, only, unknown } from './fact.ts';
import { isClass } from './member.ts';

/** What `new` makes. */
export function instanceFacts(evaluation: Evaluation, file: CodeFile, node: NewExpression): Facts {
  return each(evaluation.of(file, node.callee), (fact) => {
    if (fact.is === 'export') return only({ is: 'instance', package: fact.package, name: fact.name });
    if (fact.is === 'code' && isClass(fact.node))
      return only({ is: 'object', file: fact.file, class: fact.node });
    return unknown;
  });
}
