import type { JsonObject } from '@tankard/framework/manifest';

/**
 * The part of an OpenAPI document that is written here.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html
 */
export interface OpenApiDocument {
  readonly openapi: '3.1.1';
  readonly info: Info;
  readonly servers?: readonly { readonly url: string }[] | undefined;
  readonly tags?: readonly { readonly name: string }[] | undefined;
  readonly paths: Readonly<Record<string, PathItem>>;
  readonly components?: Components | undefined;
}

export interface Info {
  readonly title: string;
  readonly version: string;
  readonly description?: string | undefined;
}

export type PathItem = { readonly [method in Method]?: Operation };

export const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch'] as const;

export type Method = (typeof METHODS)[number];

export interface Operation {
  readonly operationId: string;
  readonly summary?: string | undefined;
  readonly description?: string | undefined;
  readonly deprecated?: boolean | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly parameters?: readonly Parameter[] | undefined;
  readonly requestBody?: RequestBody | undefined;
  readonly responses: Readonly<Record<string, Response>>;
  readonly security?: readonly SecurityRequirement[] | undefined;
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly description?: string | undefined;
  readonly required?: boolean | undefined;
  readonly deprecated?: boolean | undefined;
  readonly style?: 'form' | undefined;
  readonly explode?: boolean | undefined;
  readonly schema: JsonObject;
}

/** By media type. */
export type Content = Readonly<Record<string, { readonly schema?: JsonObject | undefined }>>;

export interface RequestBody {
  readonly required?: boolean | undefined;
  readonly content: Content;
}

export interface Response {
  readonly description: string;
  readonly content?: Content | undefined;
}

/** What has to be given together, by the name of its scheme; the scopes of which a token needs each. */
export type SecurityRequirement = Readonly<Record<string, readonly string[]>>;

export type SecurityScheme = { readonly description?: string | undefined } & (
  | { readonly type: 'http'; readonly scheme: 'bearer'; readonly bearerFormat?: string | undefined }
  | { readonly type: 'apiKey'; readonly in: 'header' | 'query'; readonly name: string }
);

export interface Components {
  readonly schemas?: Readonly<Record<string, JsonObject>> | undefined;
  readonly securitySchemes?: Readonly<Record<string, SecurityScheme>> | undefined;
}
