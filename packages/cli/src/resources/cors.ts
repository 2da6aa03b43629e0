import type { Property } from './reconciler.ts';

/** What a gateway answers browsers of other origins. */
export interface CorsModel {
  /** `*`, `https://*`, or origins spelled out. */
  readonly origins: readonly string[];
  readonly methods: readonly string[];
  readonly headers: readonly string[];
  readonly exposeHeaders: readonly string[];
  /** Seconds. */
  readonly maxAge?: number | undefined;
  readonly credentials: boolean;
}

/** Whether the answer is the same for every origin that asks. */
export function answersAlike({ origins }: CorsModel): boolean {
  return origins.includes('*') || (origins.length === 1 && !origins[0]?.endsWith('*'));
}

/**
 * The same as an HTTP API and a function URL are told it, in calls and in templates.
 * https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid.html#apis-apiid-model-cors
 * https://docs.aws.amazon.com/lambda/latest/api/API_Cors.html
 */
export function corsSettings({ origins, methods, headers, exposeHeaders, maxAge, credentials }: CorsModel) {
  return {
    AllowOrigins: [...origins],
    AllowMethods: [...methods],
    AllowHeaders: [...headers],
    ...(exposeHeaders.length > 0 && { ExposeHeaders: [...exposeHeaders] }),
    ...(maxAge !== undefined && { MaxAge: maxAge }),
    ...(credentials && { AllowCredentials: true }),
  };
}

/** Such settings as they are compared: lists sorted, what is empty, off or zero by default absent. */
export function comparableCors(
  settings: Readonly<Partial<ReturnType<typeof corsSettings>>> | undefined,
): Property | undefined {
  const said = Object.entries(settings ?? {}).flatMap(([name, value]): [string, Property][] => {
    if (Array.isArray(value)) return value.length > 0 ? [[name, [...value].sort()]] : [];
    return value ? [[name, value]] : [];
  });
  return said.length > 0 ? Object.fromEntries(said) : undefined;
}
