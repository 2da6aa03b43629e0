import { CORS_VARIABLE, type ToldCors } from '@tankard/framework/rules';
import type { FunctionSpec } from '../../build/functions.ts';
import { corsOf } from './cors.ts';
import type { Lowering } from './lowering.ts';

/** What a function that serves routes has to be told of other origins, because its own code does not know it. */
export function corsVariable(
  { name, handlers }: FunctionSpec,
  lowering: Pick<Lowering, 'config' | 'manifest'>,
): Readonly<Record<string, string>> {
  if (!handlers.some(({ trigger }) => trigger.source === 'route')) return {};
  const { all, paths } = corsOf(lowering);
  const { api, cors } = lowering.config;
  const called = all !== undefined || paths.size > 0;
  if (all && api !== 'rest') return told({ cors: false });
  if (cors === undefined && !called) return {};
  return told({ cors, methods: methodsElsewhere(name, paths) });
}

function told(said: ToldCors): Readonly<Record<string, string>> {
  const text = JSON.stringify(said);
  return text === '{}' ? {} : { [CORS_VARIABLE]: text };
}

/** Of the paths at which it answers for other functions, too. */
function methodsElsewhere(name: string, paths: ReturnType<typeof corsOf>['paths']): ToldCors['methods'] {
  const shared = [...paths].filter(([, path]) => path.function === name && path.served.size > 1);
  if (shared.length === 0) return undefined;
  return Object.fromEntries(
    shared.map(([path, { served }]) => [
      path,
      [...served].flatMap(([other, methods]) => (other === name ? [] : methods)),
    ]),
  );
}
