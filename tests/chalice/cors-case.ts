import type { CorsOptions } from '@tankard/framework';
import { corsHeaders } from '../../packages/framework/src/http/cors/headers.ts';
import { corsDeclaration } from '../../packages/framework/src/http/cors/options.ts';

/** Chalice's CORSConfig. */
export interface CaseCors {
  readonly allow_origin?: string;
  readonly allow_headers?: readonly string[];
  readonly expose_headers?: readonly string[];
  readonly max_age?: number;
  readonly allow_credentials?: boolean;
}

/** The cases of cors_and_content_types. */
export interface CorsAndTypeCases {
  readonly cors: readonly { readonly config: CaseCors; readonly expected_headers: object }[];
  readonly content_type_match: readonly {
    readonly content_type: string;
    readonly valid: readonly string[];
    readonly expected: boolean;
  }[];
}

/** What stands for a `cors` of the language; null says nothing. */
export function corsOf(cors: boolean | CaseCors | null | undefined): boolean | CorsOptions | undefined {
  if (typeof cors !== 'object' || cors === null) return cors ?? undefined;
  return {
    origins: cors.allow_origin === undefined ? undefined : [cors.allow_origin],
    headers: cors.allow_headers,
    exposeHeaders: cors.expose_headers,
    maxAge: cors.max_age,
    credentials: cors.allow_credentials,
  };
}

/** The headers of an answer, whoever asks. */
export function corsHeadersOf(config: CaseCors): object {
  return corsHeaders(corsDeclaration(corsOf(config) as CorsOptions), undefined);
}
