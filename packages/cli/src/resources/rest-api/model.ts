/**
 * Every type counts as bytes: what is sent arrives in base64, and what is answered in base64 goes out as bytes. Without,
 * a REST API takes everything for UTF-8, and spoils what is none.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/lambda-proxy-binary-media.html
 */
export const BINARY_TYPES = ['*/*'];

/** The answers that the gateway gives by itself. */
export const ERRORS = ['DEFAULT_4XX', 'DEFAULT_5XX'] as const;

/** What a REST API has beside its routes; a change of it is taken up by a deployment only. */
export interface RestApiSettings {
  /** Headers of the answers that the gateway gives by itself, for pages of other origins. */
  readonly errorHeaders?: Readonly<Record<string, string>> | undefined;
  /** Bytes from which answers are compressed. */
  readonly compression?: number | undefined;
}

/** A REST API by itself; its routes are a node of their own, so that a function may name the API's URL. */
export interface RestApiModel extends RestApiSettings {
  readonly physicalName: string;
  /** The stage's name, which is the first segment of the URL's path. */
  readonly stage: string;
}
