import type { Difference } from './differences.ts';
import type { ValidationCase, Verdict } from './validation-case.ts';

/** Where we refuse what Chalice takes, or take what it refuses. */
export const validationDifferences: readonly Difference<ValidationCase, Verdict>[] = [
  {
    reason:
      "A handler's name is that of its function in AWS, or tells it apart: two of one name are refused, routes too.",
    applies: ({ app }) => new Set(app.handlers.map(({ fn }) => fn)).size < app.handlers.length,
    expected: () => 'refused',
  },
  {
    reason: 'What is no list where one belongs is for the compiler to refuse.',
    applies: ({ app }) =>
      app.handlers.some(
        ({ args }) => args?.content_types !== undefined && !Array.isArray(args.content_types),
      ),
    expected: () => 'ok',
  },
  {
    reason:
      "A queue may be given by its ARN as well as by its name: there is no second word for it, as 'queue_arn'.",
    applies: ({ app }) =>
      app.handlers.some(({ args }) =>
        String((args as { queue?: string } | undefined)?.queue).startsWith('arn:'),
      ),
    expected: () => 'ok',
  },
  {
    reason: 'A key that the configuration does not have is refused, and not passed over.',
    applies: ({ config }) =>
      Object.values(config.stages).some(
        (stage) => 'lamda_memory_size' in stage || 'api_gateway_custom_domain' in stage,
      ),
    expected: () => 'refused',
  },
];
