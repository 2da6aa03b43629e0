import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { RuntimeError } from './failure.ts';
import type { LambdaHandler } from './lambda-handler.ts';
import { isStreaming } from './response-stream.ts';

const EXTENSIONS = ['', '.js', '.mjs', '.cjs'];

/**
 * Loads `index.handler` of a function's folder, as AWS's runtime client does.
 *
 * @throws RuntimeError Runtime.MalformedHandlerName, Runtime.ImportModuleError, Runtime.UserCodeSyntaxError, Runtime.HandlerNotFound,
 * Runtime.CallbackHandlerDeprecated; and what the code itself throws.
 */
export async function loadHandler(root: string, handler: string): Promise<LambdaHandler> {
  const [module, ...names] = handler.split('.');
  if (!module || names.length === 0) throw new RuntimeError('Runtime.MalformedHandlerName', 'Bad handler');
  const loaded = await importModule(root, module);
  const found = member(loaded, names) ?? member(member(loaded, ['default']), names);
  if (!found) throw new RuntimeError('Runtime.HandlerNotFound', `${handler} is undefined or not exported`);
  if (typeof found !== 'function')
    throw new RuntimeError('Runtime.HandlerNotFound', `${handler} is not a function`);
  if (found.length >= 3 && !isStreaming(found)) {
    throw new RuntimeError(
      'Runtime.CallbackHandlerDeprecated',
      'ERROR: AWS Lambda has removed support for callback-based function handlers starting with Node.js 24. ' +
        'You need to modify this function to use a supported handler signature to use Node.js 24 or later. ' +
        'For more information see https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html.',
    );
  }
  return found as LambdaHandler;
}

async function importModule(root: string, module: string): Promise<unknown> {
  const file = EXTENSIONS.map((extension) => resolve(root, module + extension)).find((path) =>
    existsSync(path),
  );
  if (!file) throw new RuntimeError('Runtime.ImportModuleError', `Error: Cannot find module '${module}'`);
  try {
    return await import(pathToFileURL(file).href);
  } catch (error) {
    if (error instanceof SyntaxError) throw renamed('Runtime.UserCodeSyntaxError', error);
    const code = (error as NodeJS.ErrnoException | undefined)?.code;
    if (error instanceof Error && (code === 'MODULE_NOT_FOUND' || code === 'ERR_MODULE_NOT_FOUND')) {
      throw renamed('Runtime.ImportModuleError', error);
    }
    throw error;
  }
}

function renamed(name: `Runtime.${string}`, cause: Error): RuntimeError {
  const error = new RuntimeError(name, String(cause));
  if (cause.stack) error.stack = cause.stack;
  return error;
}

function member(value: unknown, names: readonly string[]): unknown {
  return names.reduce<unknown>(
    (inner, name) =>
      typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>)[name] : undefined,
    value,
  );
}
