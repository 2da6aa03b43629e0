import { createRequire } from 'node:module';
import { join } from 'node:path';
import { installed } from '../environment.ts';
import type { Finding } from './finding.ts';

interface Diagnostic {
  readonly ruleId: string;
  readonly severity: string;
  readonly message: string;
  readonly entity?: { readonly logicalId: string } | undefined;
  readonly propertyPath?: string | undefined;
}
interface Engine {
  validateStandard(template: object): { readonly diagnostics: readonly Diagnostic[] };
  free(): void;
}

/** The findings of AWS's own rules on several templates: the engine takes seconds to start, so it is started once. */
export function templateRules(templates: readonly string[]): ReadonlyMap<string, readonly Finding[]> {
  const load = createRequire(join(installed('TEMPLATE_RULES'), 'package.json'));
  const { RegoEngine, TemplateFile } = load('@aws/cloudformation-validate') as {
    RegoEngine: new () => Engine;
    TemplateFile: new (path: string) => object;
  };
  const engine = new RegoEngine();
  try {
    return new Map(
      templates.map((template) => [
        template,
        engine.validateStandard(new TemplateFile(template)).diagnostics.filter(objects).map(asFinding),
      ]),
    );
  } finally {
    engine.free();
  }
}

/** Hints such as "this property is create-only" are no objections. */
function objects({ severity }: Diagnostic): boolean {
  return severity !== 'INFO' && severity !== 'DEBUG';
}

function asFinding({ ruleId, severity, entity, propertyPath, message }: Diagnostic): Finding {
  const where = [entity?.logicalId, propertyPath].filter(Boolean).join('/');
  return { judge: 'template-rules', rule: ruleId, severity, where, message };
}
