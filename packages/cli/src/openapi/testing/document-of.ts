import { Validator } from '@seriousme/openapi-schema-validator';
import { App } from '@tankard/framework';
import type { ApiTarget } from '@tankard/framework/config';
import { describe } from '@tankard/framework/manifest';
import { expect } from 'vitest';
import type { Method, OpenApiDocument, Operation } from '../document.ts';
import { openapiDocument } from '../openapi-document.ts';

/** The document of an app of one declaration or several, which OpenAPI's own schema has to accept. */
export async function documentOf(
  declare: (app: App) => unknown,
  { app = new App('shop'), api = 'http' }: { readonly app?: App; readonly api?: ApiTarget } = {},
): Promise<OpenApiDocument> {
  declare(app);
  const info = { title: 'shop', version: '1.0.0' };
  const document = openapiDocument(describe(app), { info, api, urls: [] });
  const validator = new Validator();
  const { valid, errors } = await validator.validate(JSON.parse(JSON.stringify(document)));
  expect({ valid, errors }).toEqual({ valid: true, errors: undefined });
  return document;
}

/** One operation of it. */
export function operationAt({ paths }: OpenApiDocument, method: Method, path: string): Operation {
  const operation = paths[path]?.[method];
  if (!operation) throw new Error(`There is no ${method} ${path} among ${Object.keys(paths)}.`);
  return operation;
}
