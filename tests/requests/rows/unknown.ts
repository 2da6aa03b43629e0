import type { RequestRow, Target } from '../request-row.ts';

const byGateway = { http: { message: 'Not Found' }, rest: { message: 'Missing Authentication Token' } };
const JSON_TYPE = { 'content-type': 'application/json' };

/** What no route takes: a gateway answers by itself what the app behind `$default` answers as `own`. */
export function refused(
  asks: string,
  own: { readonly status: number; readonly allow?: string },
): Pick<RequestRow, 'asks' | 'gives' | 'but'> {
  const [method, target = ''] = asks.split(' ');
  const path = decodeURIComponent(target.split('?', 1)[0] ?? '');
  const answered = (status: number, json: unknown) => ({
    ...{ status, headers: JSON_TYPE },
    ...(method === 'HEAD' ? { text: '' } : { json }),
  });
  const told =
    own.status === 404
      ? { Code: 'NotFoundError', Message: `No route for ${method} ${path}` }
      : { Code: 'MethodNotAllowedError', Message: `Unsupported method: ${method}` };
  const byApp = answered(own.status, told);
  const but: RequestRow['but'] = {
    rest: answered(403, byGateway.rest),
    default: own.allow ? { ...byApp, headers: { ...JSON_TYPE, allow: own.allow } } : byApp,
  } satisfies Partial<Record<Target, unknown>>;
  return { asks, gives: answered(404, byGateway.http), but };
}
