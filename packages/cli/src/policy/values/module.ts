import { packageOf } from '../code/code.ts';
import type { CodeFile } from '../code/code-file.ts';
import { exportsOf, type Target } from '../code/exports.ts';
import type { Evaluation } from './evaluation.ts';
import { either, type Facts, only, unknown } from './fact.ts';
import { factsOfName } from './name.ts';

/** What a file of the project exports under a name. */
export function exportFacts(evaluation: Evaluation, file: CodeFile, exported: string): Facts {
  return evaluation.once(file.program, `export ${exported}`, () => {
    const targets = exportsOf(file, exported).map((target) => targetFacts(evaluation, file, target));
    return targets.length === 0 ? unknown : either(targets);
  });
}

/** What an import or a re-export in a file stands for. */
export function targetFacts(evaluation: Evaluation, file: CodeFile, target: Target): Facts {
  switch (target.is) {
    case 'name':
      return factsOfName(evaluation, file, target.name);
    case 'node':
      return evaluation.of(file, target.node);
    case 'elsewhere': {
      const { specifier, exported } = target;
      const other = evaluation.code.resolve(file, specifier);
      if (other)
        return exported === '*'
          ? only({ is: 'module', file: other })
          : exportFacts(evaluation, other, exported);
      const name = packageOf(specifier);
      if (name === undefined) return unknown;
      // `import ddb from` a CommonJS package is the package itself.
      if (exported === '*' || exported === 'default') return only({ is: 'package', package: name });
      return only({ is: 'export', package: name, name: exported });
    }
  }
}
